import mongoose, { type Connection } from 'mongoose';

/**
 * What the driver is told unless the URL says otherwise, in milliseconds. The driver never checks a server again when a
 * check begins on a socket that was just cut: its write waits for a "drain" that cannot come. A check that a failed
 * command asks for at once meets such a socket. With the least time between checks above the usual time such a check
 * waits for the usual one, and the tool finds its database again.
 * https://www.mongodb.com/docs/drivers/node/current/connect/connection-options/
 */
const ours = { serverSelectionTimeoutMS: 10_000, heartbeatFrequencyMS: 2000, minHeartbeatFrequencyMS: 2500 };

/** Whatever the driver reads in a URL (TLS, credentials, replica set, SRV) is the driver's business: it goes as it is. */
export function connect(url: string): Promise<Connection> {
  const said = (name: string) => new RegExp(`[?&]${name}=`, 'i').test(url);
  const options = Object.fromEntries(Object.entries(ours).filter(([name]) => !said(name)));
  return mongoose.createConnection(url, options).asPromise();
}

import mongoose, { type Connection } from 'mongoose';

/** A URL's own time limit stands; without one it is shorter than the driver's. */
const timeLimit = (url: string) =>
  /[?&]serverSelectionTimeoutMS=/i.test(url) ? {} : { serverSelectionTimeoutMS: 10_000 };

/** Whatever the driver reads in a URL (TLS, credentials, replica set, SRV) is the driver's business: it goes as it is. */
export const connect = (url: string): Promise<Connection> => mongoose.createConnection(url, timeLimit(url)).asPromise();

/** What the routers need of a logger; pino is one. Never hand it names, tokens or request bodies. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

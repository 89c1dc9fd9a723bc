import pino from 'pino';
import type { Log } from './http/log.ts';

/** Lines of requests gather to so many bytes, or for so many milliseconds, and are written at once. */
const gathered = { minLength: 4_096, periodicFlush: 250 } as const;

export type WrittenLog = Log & {
  /** Writes what has gathered. */
  flush(): void;
};

/**
 * The program's log: JSON lines on standard output, or in a file. What needs somebody's eye (a warning, an error) is written at once, with
 * all before it; what only counts requests a moment later, since writing each line by itself costs as much as a small request.
 */
export function openLog(level: string, place: number | string = 1): WrittenLog {
  const destination = pino.destination({ dest: place, sync: true, ...gathered });
  const log = pino({ level, serializers: { error: pino.stdSerializers.err } }, destination);
  const flush = () => destination.flushSync();
  process.once('exit', flush);
  return {
    info: (fields, message) => log.info(fields, message),
    warn(fields, message) {
      log.warn(fields, message);
      flush();
    },
    error(fields, message) {
      log.error(fields, message);
      flush();
    },
    flush,
  };
}

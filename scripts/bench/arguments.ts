/** What a run is asked for. */
export type Wish = {
  /** Names of the parts to run, in the table's order. */
  readonly parts: readonly string[];
  readonly write: boolean;
  readonly quick: boolean;
  /** Directory for V8 CPU profiles of the parts' processes; null for none. */
  readonly profiles: string | null;
  /** Takes the built files as they are. */
  readonly keepBuild: boolean;
};

/** A command line that means nothing here; the message says what would. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads the command line.
 * @param known every part's name, in the table's order
 * @throws UsageError
 */
export function readWish(words: readonly string[], known: readonly string[]): Wish {
  const usage = `npm run bench -- [parts] [--write] [--quick] [--keep-build] [--profiles=DIRECTORY]\nParts: ${known.join(', ')}`;
  const names = words.filter((word) => !word.startsWith('--'));
  const options = words.filter((word) => word.startsWith('--'));
  const profiles = options.find((option) => option.startsWith('--profiles='))?.slice('--profiles='.length) ?? null;
  const unknown = [
    ...names.filter((name) => !known.includes(name)),
    ...options.filter((option) => !/^--(write|quick|keep-build|profiles=.+)$/.test(option)),
  ];
  if (unknown.length > 0) throw new UsageError(`Unknown: ${unknown.join(', ')}\n${usage}`);
  const [write, quick] = [options.includes('--write'), options.includes('--quick')];
  if (write && (names.length > 0 || quick))
    throw new UsageError(`--write keeps the numbers of one whole run: leave out the parts and --quick.\n${usage}`);
  return {
    parts: names.length === 0 ? known : known.filter((name) => names.includes(name)),
    write,
    quick,
    profiles,
    keepBuild: options.includes('--keep-build'),
  };
}

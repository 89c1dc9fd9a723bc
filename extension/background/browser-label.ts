const browsers = [
  [/\bEdg\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrom(?:e|ium)\//, 'Chrome'],
] as const;
const systems = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
] as const;

/** A browser in words, for the list of connected browsers: "Firefox on Linux". */
export function browserLabel(userAgent: string): string {
  const of = (names: ReadonlyArray<readonly [RegExp, string]>) => names.find(([sign]) => sign.test(userAgent))?.[1];
  return `${of(browsers) ?? 'A browser'} on ${of(systems) ?? 'another system'}`;
}

import { type Standing, standings } from '../../../shared/domain/standing.ts';

/** Pixels from one block to the next. */
const step = 11;
const drawings: Readonly<Record<Standing, (x: number) => string>> = {
  confirmed: (x) => `M${x} 0h8v18h-8z`,
  awaitingCountersign: (x) => `M${x + 1} 6h6v11h-6z`,
  awaitingAssessor: (x) => `M${x + 1} 6h6v11h-6z`,
  notAgreed: (x) => `M${x + 1} 12h6v5h-6z`,
  draft: (x) => `M${x + 1} 12h6v5h-6z`,
  reopened: (x) => `M${x + 1} 12h6v5h-6z`,
  untouched: (x) => `M${x} 16h8v2h-8z`,
};
const hollow: ReadonlySet<Standing> = new Set(['notAgreed', 'draft', 'reopened']);

/** One block a criterion, in the unit's order: tall and solid is confirmed, hollow waits or needs work, flat is untouched. */
export function UnitBlocks({ row, label }: { row: readonly Standing[]; label: string }) {
  const width = Math.max(8, row.length * step - 3);
  const shapes = standings.map((standing) => ({
    standing,
    path: row.map((one, place) => (one === standing ? drawings[standing](place * step) : '')).join(''),
  }));
  return (
    <svg
      class="blocks"
      viewBox={`0 0 ${width} 18`}
      width={width}
      height={18}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {shapes
        .filter(({ path }) => path !== '')
        .map(({ standing, path }) => (
          <path
            key={standing}
            data-standing={standing}
            d={path}
            {...(hollow.has(standing) ? { class: 'hollow' } : {})}
          />
        ))}
    </svg>
  );
}

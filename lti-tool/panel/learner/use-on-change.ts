import { useEffect, useRef } from 'preact/hooks';

/** Runs `react` when a value changes, but not for the first one. */
export function useOnChange(value: unknown, react: () => void): void {
  const seen = useRef(value);
  useEffect(() => {
    if (seen.current === value) return;
    seen.current = value;
    react();
  }, [value]);
}

import { setTimeout as pause } from 'node:timers/promises';
import type { ToolProcess } from './tool-process.ts';

/** Kills a tool at random moments and starts it again, until it is over; returns how often. */
export async function killAtRandom(tool: ToolProcess, random: () => number, isOver: () => boolean): Promise<number> {
  let kills = 0;
  for (;;) {
    await pause(500 + 4_000 * random());
    if (isOver()) return kills;
    await tool.kill();
    kills += 1;
    await pause(300 * random());
    await tool.start();
  }
}

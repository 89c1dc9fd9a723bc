/** "1 criterion", "3 criteria". */
export const criteriaCount = (count: number): string => (count === 1 ? '1 criterion' : `${count} criteria`);

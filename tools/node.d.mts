export const programFlags: readonly string[];
export function findNode(root: string): string | undefined;

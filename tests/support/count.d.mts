interface Count {
  passed: number;
  failed: number;
}
export function countWhole(report: unknown, ok: boolean): Count;
export function countVitest(report: unknown, ok: boolean): Count;
export function countPlaywright(report: unknown, ok: boolean): Count;
export function failuresOfVitest(report: unknown): string[];
export function failuresOfPlaywright(report: unknown): string[];

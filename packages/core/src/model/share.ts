const percentage = /^\s*(\d{1,6}(?:\.\d{1,6})?)\s*%\s*$/;

/**
 * Reads a share: "5%" and 0.05 are the same. null: negative, not finite, a bare number as text ("5"), or a number from 1 on: who writes 10 means
 * ten percent, and a gate at 1000 % would let everything pass.
 */
export function parseShare(share: string | number): number | null {
  if (typeof share === 'number') return share >= 0 && share < 1 ? share : null;
  const digits = percentage.exec(share)?.[1];
  // Dividing is exact where multiplying by 0.01 is not: "7%" is 0.07.
  return digits === undefined ? null : Number(digits) / 100;
}

/** A share for people, at most three significant digits: 0.05 is "5 %". */
export function formatShare(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}

/** A change for people, signed, one digit after the point: 0.052 is "+5.2 %". */
export function formatChange(change: number): string {
  const percent = change * 100;
  const digits = percent.toFixed(Math.abs(percent) >= 1000 ? 0 : 1);
  if (Number(digits) === 0) return '0.0 %';
  return `${percent > 0 ? '+' : ''}${digits} %`;
}

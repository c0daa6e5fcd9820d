// How the bench writes its figures.

/** Three figures that matter. @param {number} value */
export function figure(value) {
  return !Number.isFinite(value) || value === 0
    ? '-'
    : Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 3 });
}

/** Prints lines as a table. @param {readonly (readonly string[])[]} lines */
export function columns(lines) {
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? [];
  for (const line of lines)
    console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '));
}

export type QrImageProps = {
  /** Rows of modules, true for dark, without the quiet zone. */
  readonly matrix: readonly (readonly boolean[])[];
  /** What it holds, for a screen reader. */
  readonly label: string;
  /** Edge in px, quiet zone included; 240 when left out. */
  readonly size?: number | undefined;
};

const quiet = 4;

/** A QR code as one path, dark on white in every theme, with the quiet zone of four modules a camera needs. */
export function QrImage({ matrix, label, size = 240 }: QrImageProps) {
  const edge = matrix.length + 2 * quiet;
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${edge} ${edge}`}
      shapeRendering="crispEdges"
    >
      <path fill="currentColor" d={matrix.map(rowPath).join('')} />
    </svg>
  );
}

/** One rectangle for each run of dark modules, which keeps a large code small in the page. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    path += `M${start + quiet} ${y + quiet}h${x - start + 1}v1h-${x - start + 1}z`;
  }
  return path;
}

/** Dark on white, wherever a drawing is shown: a page may be dark. */
export const STYLE = { fontFamily: 'system-ui, sans-serif', fontSize: '12px', background: 'white', color: '#1c1f23' };

/** Decimals of a pixel: more would cost bytes, and differ from one JavaScript engine to the next. */
const DECIMALS = 2;

/** Drawings below each other, as one SVG document. @throws Error for one without a width and a height in pixels */
export function stackSvg(name: string, parts: readonly string[]): string {
  let [width, height] = [0, 0];
  const placed = parts.map((part) => {
    const [, wide, high] = /^<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(part) ?? [];
    if (wide === undefined || high === undefined) throw new Error('stackSvg: a drawing without a size.');
    const at = height;
    width = Math.max(width, Number(wide));
    height += Number(high);
    return part
      .replace('<svg', `<svg y="${at}"`)
      .replaceAll(/\d+\.\d{3,}/g, (digits) => String(Number(Number(digits).toFixed(DECIMALS))));
  });
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${name}"><rect width="100%" height="100%" fill="white"/>${placed.join('')}</svg>\n`;
}

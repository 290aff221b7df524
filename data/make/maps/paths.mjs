// Planar shapes as short SVG paths, simplified together so that shared borders stay shared.
import mapshaper from 'mapshaper';

/**
 * Features simplified as one topology: `interval` is the smallest bend kept and `island` the smallest area kept, in the shapes' own units;
 * slivers between shapes up to the area `gap` are filled.
 * The largest part of every feature survives.
 */
export async function simplify(features, { interval, island = 0, snap = 0.001, dissolve = null, gap = 0 }) {
  const commands = [
    `-i in.json snap-interval=${snap}`, `-clean allow-overlaps rewind${gap ? ` gap-fill-area=${gap}` : ''}`,
    ...(dissolve ? [`-dissolve2 ${dissolve} copy-fields=${dissolve}`] : []),
    ...(interval ? [`-simplify weighted interval=${interval} planar keep-shapes`] : []),
    '-o out.json format=geojson',
  ].join(' ');
  const result = await mapshaper.applyCommands(commands, { 'in.json': { type: 'FeatureCollection', features } });
  return (JSON.parse(result['out.json']).features ?? []).map(shape => ({ ...shape, geometry: without(shape.geometry, island, gap) }));
}

/** Features cut off at a frame [x, y, width, height]; those outside it are gone. */
export async function clip(features, [x, y, width, height]) {
  const result = await mapshaper.applyCommands(`-i in.json -clip bbox=${[x, y, x + width, y + height]} -o out.json format=geojson`, { 'in.json': { type: 'FeatureCollection', features } });
  return JSON.parse(result['out.json']).features ?? [];
}

// Islands too small to see cost as many bytes as a coast; a country's largest part always stays.
function without(geometry, island, gap) {
  const parts = polygonsOf(geometry).map(([outer, ...holes]) => [outer, ...holes.filter(hole => size([hole]) > gap)]), largest = Math.max(...parts.map(size));
  return { type: 'MultiPolygon', coordinates: parts.filter(part => size(part) >= Math.min(island, largest)) };
}

const size = ([outer]) => Math.abs(outer.slice(1).reduce((sum, [x, y], i) => sum + outer[i][0] * y - x * outer[i][1], 0) / 2);

const polygonsOf = geometry => (!geometry ? [] : geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []);
export const ringsOf = geometry => polygonsOf(geometry).flat();

/** Path of a geometry in steps of 1/scale; rounding never drifts, since each step starts from the rounded point before it. */
export function path(geometry, scale = 10) {
  return ringsOf(geometry).map(ring => ringPath(ring.slice(0, -1), scale)).join('');
}

function ringPath(points, scale) {
  const grid = points.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)]).filter(([x, y], i, all) => i === 0 || x !== all[i - 1][0] || y !== all[i - 1][1]);
  const kept = grid.filter(([x, y], i) => !straight(grid[(i + grid.length - 1) % grid.length], [x, y], grid[(i + 1) % grid.length]));
  if (kept.length < 3) return '';
  const steps = kept.slice(1).map(([x, y], i) => [x - kept[i][0], y - kept[i][1]]);
  return `M${pair(kept[0], scale)}l${steps.map(step => pair(step, scale)).reduce(join)}z`;
}

const straight = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - by) === (by - ay) * (cx - bx) && (bx - ax) * (cx - bx) >= 0 && (by - ay) * (cy - by) >= 0;
const number = (value, scale) => String(value / scale).replace(/^(-?)0\./u, '$1.');
const pair = ([x, y], scale) => join(number(x, scale), number(y, scale));
// A minus sign parts two numbers by itself, and so does the dot of a number below one after a fraction.
const join = (a, b) => (b.startsWith('-') || (b.startsWith('.') && /\.\d*$/u.test(a)) ? a + b : `${a} ${b}`);

/** [x, y, width, height] around a geometry, one decimal. */
export function box(geometry) {
  const points = ringsOf(geometry).flat(), xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
  const [x0, y0, x1, y1] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return [x0, y0, x1 - x0, y1 - y0].map(value => Math.round(value * 10) / 10);
}

/** Of the largest part of a geometry: its area in square units and the middle of its box. */
export function extent(geometry) {
  const parts = polygonsOf(geometry), largest = parts.toSorted((a, b) => size(b) - size(a))[0];
  const [x, y, width, height] = largest ? box({ type: 'Polygon', coordinates: largest }) : [0, 0, 0, 0];
  return { area: largest ? size(largest) : 0, middle: [x + width / 2, y + height / 2] };
}

export const tenth = value => Math.round(value * 10) / 10;

// node maps/svg.mjs world|sweden|inset/ir FILE.svg: draws a table for the eye.
import fs from 'node:fs';
import { data } from '../files.mjs';
import path from 'node:path';

const [, , name, target] = process.argv;
const map = JSON.parse(fs.readFileSync(path.join(data, 'maps', `${name}.json`), 'utf8'));
const [, , width, height] = map.viewBox.split(' ').map(Number);
const tint = i => `hsl(${(i * 47) % 360} 35% 72%)`;
const d = (list, fill) => (list ?? []).map((shape, i) => `<path d="${shape.d}" fill="${fill ?? tint(i)}" stroke="#fff" stroke-width="${width / 2000}"><title>${shape.a2 ?? shape.code}</title></path>`).join('');
const body = [
  d(map.neighbours, '#ddd'), d(map.shapes), d(map.municipalities), d(map.counties?.map(county => ({ ...county })), 'none').replaceAll('stroke="#fff"', 'stroke="#333"'),
  map.self ? `<path d="${map.self}" fill="#c63"/>` : '',
  ...(map.dots ?? []).map(dot => `<circle cx="${dot.x}" cy="${dot.y}" r="3" fill="#c33" fill-opacity=".6"/>`),
  ...[map.capital, map.dot].filter(Boolean).map(([x, y]) => `<circle cx="${x}" cy="${y}" r="4" fill="#036"/>`),
].join('');
const zoom = Math.max(1, Math.min(1600 / width, 1400 / height));
fs.writeFileSync(target, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${map.viewBox}" width="${width * zoom}" height="${height * zoom}"><rect width="100%" height="100%" fill="#eef3f6"/>${body}</svg>`);

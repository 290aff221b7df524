// What must hold for the maps: every country is there, nothing lies far outside its frame, no file is heavier than a page can bear.
import fs from 'node:fs';
import path from 'node:path';
import { data, readJson } from './files.mjs';

const limits = { 'world.json': 45_000, 'sweden.json': 85_000, 'sweden-detail.json': 200_000, inset: 6_000, counties: 15_100 };

export function checkMaps(countries, sweden, must) {
  const folder = path.join(data, 'maps'), world = readJson(folder, 'world.json');
  const drawn = new Set([...world.shapes, ...world.dots].map(({ a2 }) => a2));
  for (const { a2 } of countries) {
    must(drawn.has(a2), `${a2} is not on the world map`);
    const inset = readJson(folder, 'inset', `${a2.toLowerCase()}.json`);
    must(inset.self || inset.dot, `${a2} is not on its own map`);
    for (const shape of [{ d: inset.self }, ...inset.neighbours]) must(fits(shape.d, inset.viewBox), `inset ${a2} leaves its frame`);
  }
  for (const { a2, d } of world.shapes) must(fits(d, world.viewBox), `${a2} leaves the world map`);
  const overview = readJson(folder, 'sweden.json'), detail = readJson(folder, 'sweden-detail.json');
  must(overview.counties.length === 21, 'a county is missing');
  for (const list of [overview.municipalities, detail]) must(list.length === 290 && list.every(({ d }) => d), 'a municipality is missing');
  for (const { code } of sweden.counties) must(readJson(folder, 'counties', `${code}.json`).municipalities.length > 0, `county ${code} is empty`);
  for (const file of fs.readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.json'))) {
    const limit = limits[file] ?? limits[path.dirname(file)];
    must(fs.statSync(path.join(folder, file)).size <= limit, `maps/${file} is heavier than ${limit} bytes`);
  }
}

/** Walks the relative steps of a path and says whether every point lies in the frame, give or take a hundredth. */
function fits(d, viewBox) {
  const [x0, y0, width, height] = viewBox.split(' ').map(Number), slack = width / 100;
  let [x, y] = [0, 0];
  for (const [, command, numbers] of d.matchAll(/([Ml])([^Mlz]*)/gu)) {
    const steps = (numbers.match(/-?(?:\d+\.?\d*|\.\d+)/gu) ?? []).map(Number);
    for (let i = 0; i < steps.length; i += 2) {
      [x, y] = command === 'M' ? [steps[i], steps[i + 1]] : [x + steps[i], y + steps[i + 1]];
      if (x < x0 - slack || x > x0 + width + slack || y < y0 - slack || y > y0 + height + slack) return false;
    }
  }
  return true;
}

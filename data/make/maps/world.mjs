// maps/world.json: the world as shapes and, where a country is too small to see or hit, dots.
import { geoNaturalEarth1 } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import { readTsv, writeJson } from '../files.mjs';
import { feature, outlines } from './outlines.mjs';
import { extent, path, simplify, tenth } from './paths.mjs';

// The cut runs through the Bering Strait, so that neither Russia nor Alaska is torn.
const seam = -11.4;
const width = 1000;
// South of this there is only Antarctica; cropping it gives a fifth of the height to places with people.
const south = -57, north = 85;
// A country whose largest part is smaller than this is no target for a finger (square units of a map 1000 wide).
const smallest = 6;

export async function makeWorld(countries) {
  const projection = geoNaturalEarth1().rotate([seam, 0]).fitWidth(width, { type: 'Sphere' });
  const [left, top] = projection.translate();
  projection.translate([left, top - projection([-seam, north])[1]]);
  const lands = outlines(countries).filter(({ a2 }) => a2 !== 'AQ');
  const planar = lands.map((land, key) => ({ ...geoProject(feature(land), projection), properties: { key: land.a2 ?? `?${key}` } })).filter(({ geometry }) => geometry);
  const shapes = await simplify(planar, { interval: 0.89, island: 1.3, dissolve: 'key' });
  const height = Math.ceil(projection([-seam, south])[1] * 10) / 10;
  const drawn = shapes.map(({ properties, geometry }) => ({ a2: properties.key.startsWith('?') ? null : properties.key, geometry, ...extent(geometry) }));
  const large = drawn.filter(({ a2, area }) => a2 === null || area >= smallest);
  writeJson('maps/world.json', {
    viewBox: `0 0 ${width} ${height}`,
    shapes: large.sort(order).map(({ a2, geometry }) => ({ a2, d: path(geometry) })).filter(({ d }) => d),
    dots: dots(countries, drawn, new Set(large.map(({ a2 }) => a2)), projection, height),
  }, 2);
}

const order = (a, b) => (String(a.a2) < String(b.a2) ? -1 : 1);

function dots(countries, drawn, shapes, projection, height) {
  const places = Object.fromEntries([...readTsv('capitals.tsv'), ...readTsv('islands.tsv')].map(({ a2, lat, lon }) => [a2, [Number(lon), Number(lat)]]));
  const found = countries.filter(({ a2 }) => !shapes.has(a2)).map(({ a2 }) => {
    const [x, y] = drawn.find(shape => shape.a2 === a2)?.middle ?? projection(places[a2]);
    // Antarctica, cropped away, keeps a dot at the bottom edge.
    return { a2, x, y: Math.min(y, height - 5) };
  });
  return spread(found).map(({ a2, x, y }) => ({ a2, x: tenth(x), y: tenth(y) }));
}

/** Dots pushed apart until none hides another; the Antilles would otherwise be one blot. */
function spread(points, apart = 5.5) {
  for (let round = 0; round < 200; round++) {
    for (const [i, a] of points.entries()) for (const b of points.slice(i + 1)) {
      const dx = b.x - a.x || 0.01, dy = b.y - a.y || 0.01, distance = Math.hypot(dx, dy);
      if (distance >= apart) continue;
      const push = (apart - distance) / 2 / distance;
      a.x -= dx * push; a.y -= dy * push; b.x += dx * push; b.y += dy * push;
    }
  }
  return points;
}

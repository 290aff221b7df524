// Outlines of countries from Natural Earth, with the parts that ISO counts as countries of their own taken out of their states.
import { geoArea, geoCentroid } from 'd3-geo';
import { createRequire } from 'node:module';
import { feature as unpack } from 'topojson-client';

// The atlas itself rather than a flattened copy: cleaned as a plane, Russia and Fiji get edges that run right round the globe.
const read = createRequire(import.meta.url);

// Natural Earth draws who holds the ground. Two borders are drawn as the United Nations and Sweden recognise them instead:
// Crimea is Ukraine's, and Western Sahara reaches up to the parallel on which its eastern strip ends (27°40' N).
const saharaNorth = features => Math.max(...features.find(({ id }) => id === '732').geometry.coordinates.flat(Infinity).filter((_, i) => i % 2 === 1));

// Natural Earth draws these inside another country; a polygon belongs to the first box [west, south, east, north] its centre lies in.
const within = {
  RU: [['UA', [32.4, 44.3, 36.7, 46.3]]],
  MA: [['EH', [-18, 20, -8.6, 27.3]]],
  FR: [['GF', [-55, 1, -51, 6]], ['GP', [-62, 15.8, -60.9, 16.6]], ['MQ', [-61.5, 14.3, -60.7, 15]], ['RE', [55, -22, 56, -20]], ['YT', [44, -14, 46, -12]]],
  NO: [['SJ', [5, 73, 40, 82]], ['SJ', [-12, 70, -7, 72]], ['BV', [2, -56, 5, -53]]],
  NL: [['BQ', [-70, 11, -62, 19]]],
  NZ: [['TK', [-174, -10, -170, -8]]],
  null: [['CC', [96, -13, 97.5, -11]], ['CX', [105, -11, 106, -10]]],
};

/** [{a2, polygons}] wound as d3 wants them (clockwise outside); a2 is null where the land has no ISO code. */
export function outlines(countries, detail = '50m') {
  const atlas = read(`world-atlas/countries-${detail}.json`);
  const codes = new Map(countries.map(({ a2, num }) => [num, a2]));
  const found = new Map();
  let nameless = 0;
  const { features } = unpack(atlas, atlas.objects.countries), cut = saharaNorth(features);
  for (const { id, properties, geometry } of features) {
    const iso = properties.name === 'Kosovo' ? 'XK' : codes.get(id) ?? null;
    const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap(polygon => (iso === 'MA' ? halves(polygon, cut) : [polygon])).map(wind);
    const key = iso ?? `?${nameless++}`;
    for (const polygon of polygons) {
      const a2 = owner(iso, polygon) ?? key;
      found.set(a2, [...(found.get(a2) ?? []), polygon]);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([a2, polygons]) => ({ a2: a2.startsWith('?') ? null : a2, polygons }));
}

/** A polygon cut along a parallel: what lies north of it and what lies south. */
function halves(polygon, parallel) {
  const half = side => polygon.map(ring => closed(ring.slice(1).flatMap((point, i) => {
    const before = ring[i], inside = side * (point[1] - parallel) >= 0, wasInside = side * (before[1] - parallel) >= 0;
    const share = (parallel - before[1]) / (point[1] - before[1]);
    const crossing = inside === wasInside ? [] : [[before[0] + (point[0] - before[0]) * share, parallel]];
    return inside ? [...crossing, point] : crossing;
  }))).filter(ring => ring.length > 3);
  return [half(1), half(-1)].filter(rings => rings.length);
}

const closed = ring => (ring.length ? [...ring, ring[0]] : ring);

function owner(a2, polygon) {
  const [lon, lat] = geoCentroid({ type: 'Polygon', coordinates: polygon });
  return within[a2]?.find(([, [west, south, east, north]]) => lon >= west && lon <= east && lat >= south && lat <= north)?.[0];
}

// A ring wound the wrong way round is the rest of the globe to d3.
export function wind(rings) {
  return geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI ? rings.map(ring => ring.toReversed()) : rings;
}

export const feature = ({ a2, polygons }) => ({ type: 'Feature', properties: { a2 }, geometry: { type: 'MultiPolygon', coordinates: polygons } });

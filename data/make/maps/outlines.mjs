// Outlines of countries from Natural Earth, with the parts that ISO counts as countries of their own taken out of their states.
import { geoArea, geoCentroid } from 'd3-geo';
import { createRequire } from 'node:module';
import { feature as unpack } from 'topojson-client';

// The atlas itself rather than a flattened copy: cleaned as a plane, Russia and Fiji get edges that run right round the globe.
const read = createRequire(import.meta.url);

// Natural Earth draws these inside another country; a polygon belongs to the first box [west, south, east, north] its centre lies in.
const within = {
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
  for (const { id, properties, geometry } of unpack(atlas, atlas.objects.countries).features) {
    const iso = properties.name === 'Kosovo' ? 'XK' : codes.get(id) ?? null;
    const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(wind);
    const key = iso ?? `?${nameless++}`;
    for (const polygon of polygons) {
      const a2 = owner(iso, polygon) ?? key;
      found.set(a2, [...(found.get(a2) ?? []), polygon]);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([a2, polygons]) => ({ a2: a2.startsWith('?') ? null : a2, polygons }));
}

function owner(a2, polygon) {
  const [lon, lat] = geoCentroid({ type: 'Polygon', coordinates: polygon });
  return within[a2]?.find(([, [west, south, east, north]]) => lon >= west && lon <= east && lat >= south && lat <= north)?.[0];
}

// A ring wound the wrong way round is the rest of the globe to d3.
export function wind(rings) {
  return geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI ? rings.map(ring => ring.toReversed()) : rings;
}

export const feature = ({ a2, polygons }) => ({ type: 'Feature', properties: { a2 }, geometry: { type: 'MultiPolygon', coordinates: polygons } });

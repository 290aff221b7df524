// maps/sweden.json, maps/sweden-detail.json and maps/counties/: counties and municipalities on one conformal projection.
import { geoTransverseMercator } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import { by, readJson, writeJson } from '../files.mjs';
import { wind } from './outlines.mjs';
import { box, clip, path, simplify } from './paths.mjs';

// One coordinate system for all maps of Sweden, fine enough that whole numbers (about 100 m) do for the detailed one too:
// a page crops it with a viewBox instead of choosing among maps.
const width = 4000;

export async function makeSwedenMaps(reference) {
  const source = readJson(reference, 'sweden-municipalities.geojson').features;
  const features = source.map(each => ({ ...each, geometry: { type: 'MultiPolygon', coordinates: (each.geometry.type === 'Polygon' ? [each.geometry.coordinates] : each.geometry.coordinates).map(wind) } }));
  const projection = geoTransverseMercator().rotate([-15, 0]).fitWidth(width, { type: 'FeatureCollection', features });
  const planar = features.map(each => ({ ...geoProject(each, projection), properties: { code: each.properties.code, county: each.properties.code.slice(0, 2) } }));
  const fine = await simplify(planar, { interval: 0, snap: 0.03, gap: 800 });
  const height = Math.ceil(Math.max(...fine.map(({ geometry }) => box(geometry)).map(([, y, , h]) => y + h)));

  const coarse = await simplify(fine, { interval: 9.5, island: 60, snap: 0.03 });
  // Out of the simplified municipalities, so that a county's line lies exactly on theirs.
  const counties = await simplify(coarse, { interval: 0, island: 110, dissolve: 'county', snap: 0.03, gap: 800 });
  writeJson('maps/sweden.json', {
    viewBox: `0 0 ${width} ${height}`,
    counties: counties.map(({ properties, geometry }) => ({ code: properties.county, d: path(geometry, 1) })).sort(by('code')),
    municipalities: coarse.map(({ properties, geometry }) => ({ code: properties.code, d: path(geometry, 1), bbox: whole(geometry) })).sort(by('code')),
  }, 2);
  await makeDetail(fine);
}

async function makeDetail(fine) {
  const large = fine.map(({ properties, geometry }) => ({ ...properties, geometry, d: path(geometry, 1), bbox: whole(geometry) })).sort(by('code'));
  writeJson('maps/sweden-detail.json', large.map(({ code, d, bbox }) => ({ code, d, bbox })));
  for (const county of [...new Set(large.map(({ county }) => county))]) {
    const own = large.filter(each => each.county === county), frame = around(own.map(({ bbox }) => bbox));
    writeJson(`maps/counties/${county}.json`, {
      code: county,
      viewBox: frame.join(' '),
      municipalities: own.map(({ code, d, bbox }) => ({ code, d, bbox })),
      neighbours: (await clip(large.filter(each => each.county !== county && meets(each.bbox, frame)).map(asFeature), frame)).map(({ properties, geometry }) => ({ code: properties.code, d: path(geometry, 1) })).filter(({ d }) => d),
    }, 2, true);
  }
}

const asFeature = ({ code, geometry }) => ({ type: 'Feature', properties: { code }, geometry });
const whole = geometry => box(geometry).map(Math.round);
const meets = ([x, y, w, h], [fx, fy, fw, fh]) => x < fx + fw && fx < x + w && y < fy + fh && fy < y + h;

/** Box around boxes with a margin of a fortieth, in whole units. */
function around(boxes) {
  const x0 = Math.min(...boxes.map(([x]) => x)), y0 = Math.min(...boxes.map(([, y]) => y));
  const x1 = Math.max(...boxes.map(([x, , w]) => x + w)), y1 = Math.max(...boxes.map(([, y, , h]) => y + h));
  const margin = Math.max(x1 - x0, y1 - y0) / 40;
  return [x0 - margin, y0 - margin, x1 - x0 + 2 * margin, y1 - y0 + 2 * margin].map(Math.round);
}

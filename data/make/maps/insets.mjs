// maps/inset/{a2}.json: a country with its surroundings, seen from straight above its middle, in a frame of 4:3.
import { geoAzimuthalEqualArea, geoCentroid, geoDistance, geoArea } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import { readTsv, writeJson } from '../files.mjs';
import { feature, outlines } from './outlines.mjs';
import { extent, path, simplify } from './paths.mjs';

// Whole numbers on a frame of this size are as sharp as a page shows, and shorter than decimals on half of it.
const [width, height] = [800, 600];
const heaviest = 5900;
// Degrees of the globe across: at least so many, so that a city state still has neighbours; below `near` the finer atlas is used.
const narrowest = 2.2, near = 14, widest = 36;

export async function makeInsets(countries) {
  const coarse = outlines(countries).map(measured), fine = outlines(countries, '10m').map(measured);
  const places = Object.fromEntries([...readTsv('capitals.tsv'), ...readTsv('islands.tsv')].map(({ a2, lat, lon }) => [a2, [Number(lon), Number(lat)]]));
  const sizes = [];
  for (const country of countries) sizes.push(await inset(country, coarse, fine, places[country.a2]));
  console.log(`maps/inset: ${sizes.length} files, largest ${Math.max(...sizes)} bytes, together ${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000)} kB`);
}

/** Every part with its middle, its reach (radians from the middle to its furthest point) and its area (steradians). */
function measured({ a2, polygons }) {
  return { a2, parts: polygons.map(coordinates => {
    const shape = { type: 'Polygon', coordinates }, middle = geoCentroid(shape);
    return { coordinates, middle, area: geoArea(shape), reach: coordinates[0].reduce((far, point) => Math.max(far, geoDistance(middle, point)), 0) };
  }) };
}

/**
 * The parts that make the picture of a country: the largest, large ones anywhere, and smaller ones no further off than the largest is wide.
 * Hawaii, Easter Island or the Azores would shrink the rest to a speck. Scattered states have no largest part to speak of and keep all.
 */
function picture(parts) {
  const [first, ...rest] = parts.toSorted((a, b) => b.area - a.area);
  const whole = parts.reduce((sum, { area }) => sum + area, 0), radius = Math.sqrt(first.area / Math.PI);
  const scattered = first.area < whole * 0.35 || first.area < 2e-5;
  return [first, ...rest.filter(({ area, middle }) => area > whole * 0.04 || geoDistance(middle, first.middle) < (scattered ? 0.35 : Math.max(radius * 2.6, 0.03)))];
}

/** Projection onto the frame, and how many degrees the frame is wide. */
function frame(land, place, least) {
  const shown = land && { type: 'MultiPolygon', coordinates: picture(land.parts).map(({ coordinates }) => coordinates) };
  const [lon, lat] = shown ? geoCentroid(shown) : place;
  const projection = geoAzimuthalEqualArea().rotate([-lon, -lat]).clipAngle(90), margin = width / 10;
  if (shown) projection.fitExtent([[margin, margin * 0.75], [width - margin, height - margin * 0.75]], shown);
  const closest = width / radians(least);
  if (!shown || projection.scale() > closest) {
    const [x, y] = shown ? projection.invert([width / 2, height / 2]) : place;
    projection.rotate([-x, -y]).scale(closest).translate([width / 2, height / 2]);
  }
  return { projection: projection.clipExtent([[-1, -1], [width + 1, height + 1]]), across: width / projection.scale() / Math.PI * 180, middle: projection.invert([width / 2, height / 2]) };
}

const radians = degrees => degrees * Math.PI / 180;

async function inset({ a2, capital, borders }, coarse, fine, place) {
  let chosen = view(a2, fine, place, narrowest);
  if (chosen.across > near) chosen = view(a2, coarse, place, narrowest);
  // A small island alone in the sea says nothing about where it is.
  for (let least = chosen.across * 1.5; chosen.planar.length < 2 && least < widest; least *= 1.5) chosen = view(a2, fine, place, least);
  for (let interval = 1.3, merged = false; ; interval *= 1.2) {
    if (interval > 3 && !merged) {
      // A continent of small borders would cost the country its own: what does not border it becomes one land.
      chosen.planar = chosen.planar.map(land => ([a2, ...borders].includes(land.properties.key) ? land : { ...land, properties: { key: '?' } }));
      [interval, merged] = [1.3, true];
    }
    const table = await draw(a2, chosen, capital && place, interval);
    const size = Buffer.byteLength(JSON.stringify(table));
    if (size > heaviest) continue;
    writeJson(`maps/inset/${a2.toLowerCase()}.json`, { ...table, view: seen(chosen.projection) }, 1, true);
    return size;
  }
}

/** From where the picture is seen: degrees north and east of its middle, units of the frame for a radian, and where that middle lies in the frame. */
function seen(projection) {
  const [lon, lat] = projection.rotate(), [x, y] = projection.translate();
  return [-lat, -lon, projection.scale(), x, y].map((number, i) => Number(number.toFixed(i < 2 ? 4 : 1)));
}

function view(a2, lands, place, least) {
  const { projection, across, middle } = frame(lands.find(each => each.a2 === a2), place, least);
  const corner = radians(across) * 0.65;
  const planar = lands.map(({ a2: code, parts }, key) => {
    const polygons = parts.filter(part => geoDistance(part.middle, middle) < part.reach + corner).map(({ coordinates }) => coordinates);
    return { ...geoProject(feature({ a2: code, polygons }), projection), properties: { key: code ?? `?${key}` } };
  }).filter(({ geometry }) => geometry?.coordinates.length);
  return { planar, projection, across, middles: (lands.find(each => each.a2 === a2)?.parts ?? []).map(part => part.middle) };
}

async function draw(a2, { planar, projection, middles }, capital, interval) {
  const islands = middles.map(middle => projection(middle).map(Math.round)).filter(([x, y]) => x > 0 && x < width && y > 0 && y < height);
  const shapes = planar.length ? await simplify(planar, { interval, island: interval * interval * 4, dissolve: 'key', snap: 0.01 }) : [];
  const drawn = shapes.map(({ properties, geometry }) => ({ a2: properties.key.startsWith('?') ? null : properties.key, d: path(geometry, 1), ...extent(geometry) })).filter(({ d }) => d);
  const self = drawn.find(shape => shape.a2 === a2), at = capital && projection(capital)?.map(Math.round);
  return {
    viewBox: `0 0 ${width} ${height}`,
    self: self?.d ?? '',
    ...(at && { capital: at }),
    // Too small to be seen, or without an outline in the source: a dot marks the place.
    ...((self?.area ?? 0) < speck && { dot: (at ?? self?.middle ?? [width / 2, height / 2]).map(Math.round), islands: islands.filter(apart) }),
    neighbours: drawn.filter(shape => shape.a2 !== a2).map(({ a2: code, d }) => ({ a2: code, d })),
  };
}

const speck = 250;

// Atolls drawn as marks need not be closer than the marks are wide.
const apart = ([x, y], i, all) => all.slice(0, i).every(([ox, oy]) => Math.hypot(ox - x, oy - y) > 9);

import type { Feature, FeatureCollection } from 'geojson'
import type { AnyRecord } from '../../shared/records.ts'

/** Records as GeoJSON in WGS-84: a polygon for a record with a ring, a point for one with a position. All fields become properties. */
export function toGeoJson(records: readonly AnyRecord[], note: string): FeatureCollection & { note: string } {
  return { type: 'FeatureCollection', note, features: records.map(toFeature) }
}

function toFeature(record: AnyRecord): Feature {
  const { id, ...properties } = record
  if ('ring' in record) {
    const ring = [...record.ring, record.ring[0]].map(([lng = 0, lat = 0] = [0, 0]) => [lng, lat])
    return { type: 'Feature', id, properties, geometry: { type: 'Polygon', coordinates: [ring] } }
  }
  const geometry = 'lng' in record ? { type: 'Point' as const, coordinates: [record.lng, record.lat] } : null
  return { type: 'Feature', id, properties, geometry: geometry as Feature['geometry'] }
}

/** A record whose photos are shown, or one step of its thread. */
export interface WithPhotos {
  /** The id of the record that names the photos. */
  readonly id: string
  readonly title: string
  readonly photos: readonly string[]
}

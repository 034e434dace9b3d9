import { expect, it } from 'vitest'
import { readRooms, roomText, shared } from '../../client/quarantine/room-text.ts'

it('[F42] rooms are read as people type them: ranges, commas of both widths, several people in a room', () => {
  expect(readRooms('301-303，305x2 a-12、４０１').rooms).toEqual([{ room: '301', heads: 1 }, { room: '302', heads: 1 }, { room: '303', heads: 1 }, { room: '305', heads: 2 }, { room: 'A-12', heads: 1 }, { room: '401', heads: 1 }])
  expect(readRooms('0108-0110').rooms.map(({ room }) => room)).toEqual(['0108', '0109', '0110'])
  expect(readRooms('B2-B4').rooms.map(({ room }) => room)).toEqual(['B2', 'B3', 'B4'])
  expect(readRooms('')).toEqual({ rooms: [], wrong: '' })
  for (const [text, wrong] of [['301 305-301', '305-301'], ['301x0', '301X0'], ['1-99999', '1-99999'], ['305xA', '305XA']] as const) expect(readRooms(text), text).toEqual({ rooms: [], wrong })
})

it('[F42] rooms are written short, and read back as the same', () => {
  const rooms = readRooms('301-304 306 307x2 308x2 A-1').rooms
  expect(roomText(rooms)).toBe('301-304 306 307-308×2 A-1')
  expect(readRooms(roomText(rooms)).rooms).toEqual(rooms)
})

it('[F42] free rooms are filled one by one, and shared evenly when there are too few', () => {
  expect(roomText(shared(['301', '302', '303'], 2))).toBe('301-302')
  expect(roomText(shared(['301', '302', '303'], 7))).toBe('301×3 302-303×2')
  expect(shared([], 3)).toEqual([])
})

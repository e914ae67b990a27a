import type { UserValues } from '../../../model/resource.ts'
import type { Layout } from './layout.ts'

/** Whether a userType stands for a room; stores write `room` and `Room`. */
export function isRoomType(userType: string | null): boolean {
  return userType?.toLowerCase() === 'room'
}

/** Whether one of the attributes lands in userType. */
export function hasUserType(layout: Layout): boolean {
  return [...layout.places.values()].some((place) => place.kind === 'user-type')
}

/** Whether userType holds the employee type of who is no room. */
export function holdsEmployeeType(layout: Layout): boolean {
  return layout.places.get('employeeType')?.kind === 'user-type'
}

/**
 * The userType after an edit: `values` hold what changes, null clears. Where employee types have a place of their own,
 * a type that is neither room nor the layout's usual one belongs to somebody else, and stays.
 */
export function userTypeAfter(layout: Layout, current: string | null, values: UserValues): string | null {
  const isRoom = values.room === undefined ? isRoomType(current) : Boolean(values.room)
  if (isRoomType(current) && isRoom) return current
  if (holdsEmployeeType(layout)) {
    if (isRoom) return 'room'
    const kept = isRoomType(current) ? null : current
    const employeeType = values.employeeType === undefined ? kept : values.employeeType || null
    return isRoomType(employeeType) ? layout.userType : (employeeType ?? layout.userType)
  }
  if (isRoom) return current === null || current === layout.userType ? 'room' : current
  return isRoomType(current) ? layout.userType : current
}

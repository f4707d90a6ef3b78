import { useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { periodIn } from './period.ts'

/** The period in the address, and the screens follow it. */
export const usePeriod = () => {
  useLocation()
  return periodIn(location.search)
}

/** The last figures of the same place stay while those of another period are on their way. */
export const useKept = <T>(data: T | undefined, place: string): T | undefined => {
  const kept = useRef<{ place: string; data: T } | undefined>(undefined)
  if (data !== undefined) kept.current = { place, data }
  return kept.current?.place === place ? kept.current.data : undefined
}

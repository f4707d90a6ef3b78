interface Device {
  readonly viewport: { readonly width: number; readonly height: number }
  readonly touch: boolean
  /** Least size of what can be pressed. */
  readonly leastTargetPx: number
  /** At 320 px: a desk's layout changes to the phone's when narrow and would lose what is half done; a phone's only flows. */
  readonly reflowsInPlace: boolean
}

export const devices = {
  phone: { viewport: { width: 360, height: 780 }, touch: true, leastTargetPx: 44, reflowsInPlace: true },
  elder: { viewport: { width: 390, height: 844 }, touch: true, leastTargetPx: 60, reflowsInPlace: true },
  desk: { viewport: { width: 1440, height: 900 }, touch: false, leastTargetPx: 24, reflowsInPlace: false },
  /** The desk's window at 200 %: half as many CSS pixels. */
  deskAt200: { viewport: { width: 720, height: 450 }, touch: false, leastTargetPx: 24, reflowsInPlace: false },
} as const satisfies Readonly<Record<string, Device>>
export type DeviceName = keyof typeof devices

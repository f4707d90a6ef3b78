import { circle, ellipse, fade, flats, glow, grass, group, rect, scene, shape, speckle, stroke, times } from './draw.ts'

const lamp = (x: number, foot: number, scale: number, lit: boolean): string =>
  group(
    `translate(${x} ${foot}) scale(${scale})`,
    (lit ? circle(0, -330, 210, 'url(#light)') + ellipse(0, 6, 210, 40, '#f3c96b', { fillOpacity: 0.34 }) : '') +
      rect(-6, -320, 12, 320, '#59615f') +
      rect(-20, -16, 40, 16, '#434b4c') +
      shape('M-40 -372 L40 -372 L26 -318 L-26 -318 Z', lit ? '#fff0c2' : '#3a4246') +
      shape('M-50 -376 L50 -376 L0 -400 Z', '#4b5355'),
  )

const steps = (edge: string): string =>
  times(4, (index) =>
    shape(`M${470 - index * 26} ${690 + index * 46} h${260 + index * 52} v20 h${-(260 + index * 52)} Z`, edge),
  )

const path = (lit: boolean): string => {
  const wall = lit ? '#3a4650' : '#222a31'
  const night = { wall, window: lit ? '#2b353e' : '#1a2127', lit: '#d8b468', litShare: lit ? 0.3 : 0.14 }
  return scene(
    fade('sky', lit ? '#24344a' : '#10161f', lit ? '#44536a' : '#1d2630') + glow('light', '#ffd98a'),
    rect(0, 0, 1200, 900, 'url(#sky)'),
    flats('night left', -40, 130, { width: 400, height: 430 }, night),
    flats('night right', 820, 90, { width: 440, height: 470 }, night),
    rect(0, 550, 1200, 350, lit ? '#33423a' : '#161d1b'),
    shape('M540 548 L660 548 L960 900 L240 900 Z', lit ? '#8a7862' : '#262a2c'),
    steps(lit ? '#a99474' : '#303537'),
    grass(
      'night grass',
      260,
      { from: 0, to: 330 },
      { from: 620, to: 900 },
      lit ? ['#4c6a4c', '#3e5a44'] : ['#1c2822', '#222f27'],
    ),
    grass(
      'night grass right',
      260,
      { from: 880, to: 1200 },
      { from: 620, to: 900 },
      lit ? ['#4c6a4c', '#3e5a44'] : ['#1c2822', '#222f27'],
    ),
    lamp(610, 600, 0.55, lit),
    lamp(396, 690, 0.85, lit),
    lamp(862, 770, 1.15, lit),
    speckle(lit ? 'lit' : 'dark', lit ? 300 : 900, '#aab4c0'),
  )
}

export const darkPath = (): string => path(false)
export const litPath = (): string => path(true)

/** The lamp's opened junction box, water at the bottom, a green bloom on the terminals. */
export const junctionBox = (): string =>
  scene(
    fade('wall', '#8d8f88', '#6f726c') + fade('inside', '#3b4042', '#2a2e30'),
    rect(0, 0, 1200, 900, 'url(#wall)'),
    times(9, (index) => rect(0, index * 104, 1200, 4, '#5f625d', { fillOpacity: 0.5 })),
    rect(250, 120, 640, 660, '#c9ccc7', { rx: 22 }),
    rect(290, 160, 560, 580, 'url(#inside)', { rx: 10 }),
    shape('M890 130 L1090 190 L1090 830 L890 770 Z', '#aeb2ad'),
    rect(340, 300, 460, 84, '#d8d4c4', { rx: 6 }),
    times(
      6,
      (index) =>
        circle(382 + index * 75, 342, 22, '#8a7a4a') +
        circle(382 + index * 75, 342, 12, index === 2 || index === 3 ? '#5aa58d' : '#cdb36a'),
    ),
    times(6, (index) =>
      stroke(
        `M${382 + index * 75} 300 C${372 + index * 75} 230 ${430 + index * 40} 220 ${440 + index * 40} 160`,
        ['#b4382e', '#2f5f9c', '#3f8a4e', '#c89b2d', '#2f5f9c', '#b4382e'][index] as string,
        15,
      ),
    ),
    stroke('M532 384 C530 470 470 480 500 560 S430 620 440 660', '#b4382e', 14),
    stroke('M607 384 C620 460 690 470 650 560', '#2f5f9c', 14),
    circle(650, 562, 10, '#d9a45b'),
    rect(290, 640, 560, 100, '#6f8c98', { fillOpacity: 0.75 }),
    times(5, (index) => ellipse(360 + index * 104, 646, 60, 7, '#a8c2cc', { fillOpacity: 0.7 })),
    times(7, (index) => ellipse(330 + index * 78, 470 + ((index * 37) % 110), 6, 12, '#9db7c2', { fillOpacity: 0.9 })),
    stroke('M560 780 L560 900', '#4c5152', 46),
    speckle('box', 260, '#ffffff'),
  )

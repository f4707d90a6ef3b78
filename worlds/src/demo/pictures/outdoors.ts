import { circle, ellipse, fade, flats, grass, group, rect, scene, shape, strewn, stroke, times } from './draw.ts'

const day = fade('sky', '#bcd3e2', '#e9eee9')
const dayFlats = { wall: '#d9cfbd', window: '#8fa3ad', lit: '#b9c8cd', litShare: 0.3 }

/** Behind the activity room: weeds, a broken chair, boards, bags, a rat's tail. */
export const dirtyYard = (): string =>
  scene(
    day,
    rect(0, 0, 1200, 900, 'url(#sky)'),
    rect(0, 120, 1200, 420, '#c6b69c'),
    times(8, (row) => times(11, (column) => rect(column * 116 - (row % 2) * 58, 120 + row * 52, 112, 48, '#bdab8e'))),
    rect(720, 190, 220, 170, '#7d8b90') + rect(730, 200, 96, 150, '#99a9ae') + rect(834, 200, 96, 150, '#99a9ae'),
    rect(0, 540, 1200, 360, '#8b7a5c'),
    strewn('mud', 90, { from: 0, to: 1200 }, { from: 560, to: 900 }, (x, y, random) =>
      ellipse(x, y, random.integer(16, 60), random.integer(4, 14), random.pick(['#7a6a4e', '#9a896a'])),
    ),
    group('rotate(-9 240 560)', rect(60, 520, 380, 34, '#a37a4a') + rect(90, 560, 330, 30, '#8d683e')),
    stroke(
      'M560 480 L540 700 M660 470 L690 690 M545 590 L680 580 M560 480 L660 470 L664 380 L566 390 Z',
      '#6b4a31',
      17,
    ),
    times(
      5,
      (index) =>
        ellipse(
          800 + index * 78,
          640 + (index % 2) * 46,
          66,
          54,
          ['#2f3437', '#e4e2da', '#3b4a5c', '#2f3437', '#c6cdd0'][index] as string,
        ) + shape(`M${786 + index * 78} ${596 + (index % 2) * 46} l14 -30 l16 30 Z`, '#454b4e'),
    ),
    ellipse(330, 790, 110, 28, '#5f6f74'),
    rect(200, 690, 120, 100, '#5d7a8c', { rx: 12 }),
    grass('weeds', 520, { from: 0, to: 1200 }, { from: 600, to: 900 }, ['#5d7440', '#6f8a48', '#8a9550']),
    grass('tall weeds', 160, { from: 0, to: 560 }, { from: 560, to: 700 }, ['#50683a', '#7d8c46']),
    ellipse(1010, 812, 40, 19, '#5a5148') + stroke('M1048 816 q40 10 66 -14', '#6d5f56', 6),
  )

/** Old bicycles, painted, in a row along the green: each a length of fence. */
export const bicycleFence = (): string => {
  const bicycle = (x: number, color: string): string =>
    group(
      `translate(${x} 560)`,
      times(
        2,
        (wheel) =>
          circle(wheel * 190, 120, 84, 'none', { stroke: color, strokeWidth: 12 }) +
          times(8, (spoke) =>
            stroke(
              `M${wheel * 190} 120 l${Math.round(80 * Math.cos((spoke * Math.PI) / 4))} ${Math.round(80 * Math.sin((spoke * Math.PI) / 4))}`,
              '#e9e5da',
              3,
            ),
          ),
      ) +
        stroke(
          'M0 120 L62 16 L150 16 L88 120 Z M62 16 L88 120 M150 16 L190 120 M56 -6 L66 20 M150 16 L142 -26',
          color,
          13,
        ) +
        stroke('M34 -10 L84 -10 M120 -32 L158 -24', '#4a3a2e', 15) +
        ellipse(96, -60, 46, 20, '#7aa05c') +
        strewn(`basket ${x}`, 12, { from: 60, to: 132 }, { from: -92, to: -56 }, (left, top, random) =>
          circle(left, top, random.integer(8, 13), random.pick(['#d9577a', '#f0b53f', '#f4f0e4', '#c9452f'])),
        ),
    )
  return scene(
    day,
    rect(0, 0, 1200, 900, 'url(#sky)'),
    flats('fence flats', 60, 90, { width: 420, height: 330 }, dayFlats),
    flats('fence flats right', 640, 130, { width: 480, height: 290 }, dayFlats),
    rect(0, 410, 1200, 350, '#86a667'),
    strewn('shrubs', 46, { from: 0, to: 1200 }, { from: 400, to: 470 }, (x, y, random) =>
      circle(x, y, random.integer(24, 50), random.pick(['#5d8350', '#6d9459', '#4f7647'])),
    ),
    grass('fence lawn', 380, { from: 0, to: 1200 }, { from: 500, to: 720 }, ['#6f9455', '#9ab878', '#5f8549']),
    rect(0, 760, 1200, 140, '#b8b2a6'),
    times(7, (index) => rect(index * 180 - 30, 760, 4, 140, '#9c968a')),
    rect(0, 742, 1200, 24, '#8b8578'),
    bicycle(110, '#b5402f'),
    bicycle(500, '#2f6f6a'),
    bicycle(890, '#c28a2b'),
  )
}

/** The pavilion's wisteria grown over the lamp and down to the heads of those who sit there. */
export const pavilionVine = (): string =>
  scene(
    day,
    rect(0, 0, 1200, 900, 'url(#sky)'),
    flats('vine flats', 40, 240, { width: 300, height: 320 }, dayFlats),
    rect(0, 560, 1200, 340, '#b9ad97'),
    grass('vine lawn', 240, { from: 0, to: 1200 }, { from: 560, to: 640 }, ['#7d9a5c', '#6a8a50']),
    times(
      4,
      (index) => rect(220 + index * 250, 300, 34, 470, '#7c4a35') + rect(208 + index * 250, 756, 58, 34, '#968b7a'),
    ),
    shape('M120 300 L1120 300 L1050 200 L190 200 Z', '#6a4334'),
    times(14, (index) => rect(150 + index * 72, 186, 26, 120, '#835643')),
    rect(300, 640, 560, 30, '#9a6a44') + rect(330, 670, 26, 100, '#7d5537') + rect(800, 670, 26, 100, '#7d5537'),
    circle(620, 330, 34, '#e8d9a8') + rect(614, 290, 12, 30, '#555'),
    strewn('vine', 260, { from: 130, to: 1120 }, { from: 170, to: 360 }, (x, y, random) =>
      ellipse(
        x,
        y,
        random.integer(16, 34),
        random.integer(10, 20),
        random.pick(['#4f7a44', '#64904f', '#3f6a3c', '#7aa35c']),
        { fillOpacity: 0.95 },
      ),
    ),
    strewn('hanging', 34, { from: 150, to: 1100 }, { from: 320, to: 360 }, (x, y, random) => {
      const length = random.integer(70, 230)
      return (
        stroke(
          `M${x} ${y} q${random.integer(-26, 26)} ${length / 2} ${random.integer(-14, 14)} ${length}`,
          '#4f7a44',
          6,
        ) + circle(x, y + length, 13, random.pick(['#9a7fc0', '#64904f', '#b39ad0']))
      )
    }),
  )

/** Couriers' tricycles across the yellow-hatched fire lane. */
export const blockedFireLane = (): string => {
  const tricycle = (x: number, y: number, color: string): string =>
    group(
      `translate(${x} ${y})`,
      ellipse(150, 204, 210, 22, '#4f4c48', { fillOpacity: 0.4 }) +
        rect(60, 10, 230, 150, color, { rx: 10 }) +
        rect(76, 28, 198, 40, '#ffffff', { fillOpacity: 0.35 }) +
        shape('M60 60 L-20 70 L-40 160 L60 160 Z', '#56606a') +
        times(
          3,
          (index) =>
            circle([-20, 110, 240][index] as number, 176, 34, '#2c2f31') +
            circle([-20, 110, 240][index] as number, 176, 14, '#9aa1a5'),
        ) +
        rect(100, -48, 76, 58, '#c89a62') +
        rect(184, -30, 66, 40, '#b8875a'),
    )
  return scene(
    day,
    rect(0, 0, 1200, 900, 'url(#sky)'),
    flats('lane flats', 0, 40, { width: 420, height: 480 }, dayFlats),
    flats('lane tower', 760, 0, { width: 440, height: 520 }, { ...dayFlats, wall: '#cbbfae' }),
    rect(420, 330, 340, 190, '#8fae7a'),
    rect(0, 520, 1200, 380, '#8d8d8b'),
    shape('M360 520 L840 520 L1120 900 L80 900 Z', '#7b7b79'),
    times(9, (index) =>
      stroke(`M${360 - index * 26} ${530 + index * 40} L${520 + index * 62} ${530 + index * 40}`, '#e0b43c', 9, {
        strokeOpacity: 0.85,
      }),
    ),
    stroke('M360 522 L80 900 M840 522 L1120 900', '#e0b43c', 14),
    tricycle(560, 470, '#c94f3a'),
    tricycle(300, 560, '#3d6fa3'),
    tricycle(720, 600, '#d99a36'),
  )
}

import {
  circle,
  clock,
  ellipse,
  fade,
  flats,
  grass,
  group,
  rect,
  scene,
  shape,
  speckle,
  strewn,
  stroke,
  times,
} from './draw.ts'

const bin = (x: number, y: number, color: string, full: boolean): string =>
  group(
    `translate(${x} ${y})`,
    ellipse(80, 236, 110, 16, '#3b3a36', { fillOpacity: 0.35 }) +
      shape('M0 0 L160 0 L142 226 L18 226 Z', color) +
      times(3, (index) => rect(34 + index * 42, 28, 8, 170, '#000000', { fillOpacity: 0.12 })) +
      circle(36, 230, 18, '#2b2d2e') +
      circle(124, 230, 18, '#2b2d2e') +
      (full
        ? strewn(`bags ${x}`, 7, { from: 10, to: 150 }, { from: -58, to: 6 }, (left, top, random) =>
            ellipse(
              left,
              top,
              random.integer(34, 56),
              random.integer(26, 40),
              random.pick(['#33383b', '#e3e0d6', '#5b7d95', '#c8bda2']),
            ),
          ) + group('rotate(-28 0 -10)', rect(-10, -26, 176, 22, color))
        : rect(-10, -24, 180, 26, color, { rx: 8 })),
  )

const room = (full: boolean): string =>
  scene(
    fade('wall', '#cfc8b8', '#b3ac9c'),
    rect(0, 0, 1200, 900, 'url(#wall)'),
    times(6, (row) => times(13, (column) => rect(column * 96, 150 + row * 66, 92, 62, full ? '#c7c4b4' : '#d9dccf'))),
    rect(0, 0, 1200, 150, '#6f7f76'),
    times(4, (index) =>
      circle(195 + index * 270, 75, 40, ['#4c6b52', '#3f4648', '#7a4438', '#3d5f86'][index] as string, {
        stroke: '#f1eee2',
        strokeWidth: 7,
      }),
    ),
    rect(0, 550, 1200, 350, full ? '#7e776a' : '#a9a69b'),
    full
      ? strewn('stains', 40, { from: 0, to: 1200 }, { from: 600, to: 890 }, (x, y, random) =>
          ellipse(x, y, random.integer(20, 80), random.integer(6, 18), '#5f584b', { fillOpacity: 0.5 }),
        )
      : '',
    bin(120, 400, '#4c6b52', full),
    bin(390, 400, '#3f4648', full),
    bin(660, 400, '#7a4438', full),
    bin(930, 400, '#3d5f86', false),
    full
      ? strewn(
          'loose bags',
          15,
          { from: 60, to: 900 },
          { from: 700, to: 850 },
          (x, y, random) =>
            ellipse(
              x,
              y,
              random.integer(46, 82),
              random.integer(32, 52),
              random.pick(['#2f3437', '#dcd8cc', '#6b8799', '#b9a888']),
            ) + shape(`M${x - 10} ${y - 30} l10 -28 l14 28 Z`, '#4a4f52'),
        ) + strewn('flies', 22, { from: 80, to: 900 }, { from: 250, to: 600 }, (x, y) => circle(x, y, 4, '#2a2a2a'))
      : strewn('wet floor', 12, { from: 60, to: 1140 }, { from: 680, to: 860 }, (x, y, random) =>
          ellipse(x, y, random.integer(60, 150), 7, '#dfe7e6', { fillOpacity: 0.6 }),
        ),
    speckle('room', 160, '#ffffff'),
  )

export const rubbishRoom = (): string => room(true)
export const cleanRubbishRoom = (): string => room(false)

/** The landing: a handrail off its bracket, the plaster hole where the bolt was. */
export const corridorHandrail = (): string =>
  scene(
    fade('wall', '#dfe3dc', '#c9cec4'),
    rect(0, 0, 1200, 900, 'url(#wall)'),
    shape('M0 520 L1200 130 L1200 900 L0 900 Z', '#9fb5a4'),
    times(7, (index) =>
      shape(
        `M${index * 180} ${900 - index * 70} h180 v-70 h180 v${70 + index * 70} h-360 Z`,
        index % 2 ? '#a6a29a' : '#b5b1a8',
      ),
    ),
    times(7, (index) => rect(index * 180, 892 - index * 70, 180, 10, '#8d897f')),
    times(5, (index) => stroke(`M${150 + index * 210} ${800 - index * 82} v-250`, '#5c6a70', 14)),
    stroke('M60 590 L560 396', '#8a5a36', 34),
    stroke('M600 420 L1180 160', '#8a5a36', 34),
    group('rotate(18 560 396)', stroke('M560 396 L700 396', '#7a4e2e', 34)),
    circle(590, 340, 40, '#b7b5ab') + circle(590, 340, 22, '#6f6c64'),
    stroke('M560 330 l-34 -26 M612 366 l40 30 M600 306 l12 -40', '#8e8b82', 6),
    ellipse(612, 640, 22, 10, '#7d7f80') + rect(604, 596, 16, 40, '#6d7072'),
    rect(820, 40, 240, 140, '#f3efe3', { rx: 6 }),
    shape('M900 140 l0 -26 l26 0 l0 -26 l26 0 l0 -26 l40 0 l0 78 Z', '#4a5a50'),
    speckle('corridor', 180, '#000000'),
  )

/** The top floor's ceiling after the rain. */
export const ceilingLeak = (): string =>
  scene(
    fade('wall', '#e6dfd2', '#d6cebf'),
    rect(0, 0, 1200, 900, '#efeadf'),
    shape('M0 0 L1200 0 L940 340 L260 340 Z', '#f6f3ea'),
    shape('M0 0 L260 340 L260 900 L0 900 Z', '#ddd5c6'),
    rect(260, 340, 680, 560, 'url(#wall)'),
    shape('M1200 0 L940 340 L940 900 L1200 900 Z', '#d3cabb'),
    shape('M420 60 C560 10 820 40 860 120 S760 270 620 262 S360 200 420 60 Z', '#c9ab74', { fillOpacity: 0.75 }),
    shape('M480 90 C580 60 760 80 780 130 S700 220 610 214 S440 170 480 90 Z', '#a9854d', { fillOpacity: 0.7 }),
    shape('M560 120 l70 -18 l84 24 l-30 52 l-90 8 Z', '#d9d2c2'),
    stroke('M560 120 l70 -18 l84 24 M600 186 l-34 40 l10 60', '#8a7350', 5),
    stroke('M640 250 L660 340 L650 520 L664 690', '#b8955c', 22, { strokeOpacity: 0.55 }),
    times(4, (index) => ellipse(600 + index * 26, 380 + index * 92, 7, 15, '#8fb0c0')),
    rect(330, 430, 190, 250, '#b9cdd6') +
      stroke('M425 430 V680 M330 555 H520', '#f4f1e8', 10) +
      stroke('M330 430 H520 V680 H330 Z', '#f4f1e8', 14),
    shape('M560 760 L740 760 L722 872 L578 872 Z', '#4f86a8') + ellipse(650, 760, 90, 20, '#9cc3d6'),
    strewn('plaster', 16, { from: 480, to: 860 }, { from: 860, to: 895 }, (x, y, random) =>
      rect(x, y, random.integer(8, 26), random.integer(5, 12), '#f6f3ea'),
    ),
  )

/** The small gate in the south wall, chained after nine. */
export const lockedGate = (): string =>
  scene(
    fade('sky', '#2b3850', '#6a6f7d'),
    rect(0, 0, 1200, 900, 'url(#sky)'),
    flats(
      'gate flats',
      300,
      120,
      { width: 600, height: 330 },
      { wall: '#4a5058', window: '#343a42', lit: '#e2c076', litShare: 0.4 },
    ),
    rect(0, 330, 330, 430, '#8c6a55') + rect(870, 330, 330, 430, '#8c6a55'),
    times(8, (row) =>
      times(
        4,
        (column) =>
          rect(column * 86 - (row % 2) * 40, 336 + row * 54, 80, 48, '#9a765f') +
          rect(880 + column * 86 - (row % 2) * 8, 336 + row * 54, 80, 48, '#9a765f'),
      ),
    ),
    rect(0, 306, 350, 30, '#6c5546') + rect(850, 306, 350, 30, '#6c5546'),
    rect(0, 756, 1200, 144, '#5b5c5d'),
    grass('gate', 130, { from: 0, to: 330 }, { from: 740, to: 780 }, ['#48593f', '#566a48']),
    times(13, (index) => rect(344 + index * 42, 270, 14, 490, '#2f3a38')),
    rect(334, 300, 532, 20, '#26302f') + rect(334, 640, 532, 20, '#26302f') + rect(592, 262, 18, 500, '#1f2827'),
    stroke('M540 500 q60 46 120 0 M548 520 q52 40 104 2', '#c3c7c6', 15),
    rect(566, 520, 70, 74, '#c79a3a', { rx: 10 }) +
      circle(601, 556, 11, '#4d3a15') +
      stroke('M578 520 v-20 a23 23 0 0 1 46 0 v20', '#9aa0a0', 12),
    rect(920, 400, 220, 150, '#f0ead9', { rx: 8 }),
    clock(1030, 475, 56, 9),
    speckle('gate', 500, '#c8d0dc'),
  )

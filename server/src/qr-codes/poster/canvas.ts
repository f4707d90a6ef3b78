import PDFDocument from 'pdfkit'
import type { Run, Runs, Style } from './fonts.ts'
import { pageMm } from './layout.ts'

const ptPerMm = 72 / 25.4
/** From the top of the em box of a Chinese font to its baseline, in ems. */
export const ascentEm = 0.88

type Pdf = InstanceType<typeof PDFDocument>

/** A page of paper: millimetres in, text by baseline, black on white. */
export class Canvas {
  readonly pdf: Pdf
  readonly runs: Runs

  constructor(runs: Runs, info: { title: string; createdAt: Date }) {
    this.runs = runs
    this.pdf = new PDFDocument({
      size: [pageMm.width * ptPerMm, pageMm.height * ptPerMm],
      margin: 0,
      lang: 'zh-CN',
      displayTitle: true,
      info: { Title: info.title, Creator: 'Shequtong', Producer: 'Shequtong', CreationDate: info.createdAt },
    })
    this.pdf.fillColor('black')
  }

  rects(boxes: readonly { x: number; y: number; width: number; height: number }[]): void {
    for (const box of boxes) this.pdf.rect(box.x * ptPerMm, box.y * ptPerMm, box.width * ptPerMm, box.height * ptPerMm)
    this.pdf.fill('black')
  }

  widthOf(text: string, style: Style, sizeMm: number): number {
    return this.runs(text, style).reduce((sum, run) => sum + this.#measure(run, sizeMm), 0)
  }

  text(text: string, at: { x: number; baseline: number }, style: Style, sizeMm: number): void {
    let x = at.x
    for (const run of this.runs(text, style)) {
      const widthMm = this.#measure(run, sizeMm)
      this.pdf.text(run.text, x * ptPerMm, at.baseline * ptPerMm, { lineBreak: false, baseline: 'alphabetic' })
      x += widthMm
    }
  }

  textFromRight(text: string, at: { right: number; baseline: number }, style: Style, sizeMm: number): void {
    this.text(text, { x: at.right - this.widthOf(text, style, sizeMm), baseline: at.baseline }, style, sizeMm)
  }

  async bytes(): Promise<Buffer> {
    const parts: Buffer[] = []
    this.pdf.on('data', (part: Buffer) => parts.push(part))
    const ended = new Promise<void>((resolve, reject) => {
      this.pdf.on('end', resolve)
      this.pdf.on('error', reject)
    })
    this.pdf.end()
    await ended
    return Buffer.concat(parts)
  }

  #measure(run: Run, sizeMm: number): number {
    return (
      this.pdf
        .font(run.font as unknown as string)
        .fontSize(sizeMm * ptPerMm)
        .widthOfString(run.text) / ptPerMm
    )
  }
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stories } from '../stories.ts'
import { pictureNames } from './picture-names.ts'
import { drawPicture } from './pictures.ts'

test('every scene is drawn the same each time, needs no font and nothing from outside', () => {
  for (const name of pictureNames) {
    const svg = drawPicture(name)
    assert.equal(drawPicture(name), svg)
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1200" height="900"/)
    assert.doesNotMatch(svg, /<text|<image|href|NaN|undefined/)
    assert.equal((svg.match(/<g /g) ?? []).length, (svg.match(/<\/g>/g) ?? []).length)
  }
  assert.equal(new Set(pictureNames.map(drawPicture)).size, pictureNames.length)
})

test('every scene is shown in some story', () => {
  const shown = new Set(
    stories.flatMap((story) => [
      ...story.pictures,
      ...story.steps.flatMap((step) => (step.do === 'resolve' && step.outcome === 'solved' ? step.pictures : [])),
    ]),
  )
  assert.deepEqual([...shown].sort(), [...pictureNames].sort())
})

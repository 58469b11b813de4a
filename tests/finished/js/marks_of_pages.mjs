// Tells for every sign of an EPUB's documents whether the marks of printed pages move it by more than half a pixel.
// Usage: CHROMIUM=… MODULES=…/node_modules node marks_of_pages.mjs BOOK.epub   prints JSON {marks, signs, moved, shown}
import fs from 'node:fs'
import { launched, require, serve } from './server.mjs'

const { base, close } = await serve(process.argv[2])
const browser = await launched()
const page = await browser.newPage()
await page.setViewport({ width: 536, height: 724, deviceScaleFactor: 2 })
const zip = await require('jszip').loadAsync(fs.readFileSync(process.argv[2]))
const all = { marks: 0, signs: 0, moved: [], shown: [] }
for (const name of Object.keys(zip.files).filter(name => name.endsWith('.xhtml') && name.includes('/text/'))) {
  await page.goto(`${base}/in/${name}`)
  const found = await page.evaluate(async () => {
    await document.fonts.ready
    const places = () => {
      const found = [], range = document.createRange(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      while (walk.nextNode()) {
        for (let at = 0; at < walk.currentNode.length; at++) {
          const sign = walk.currentNode.data[at]
          if (/\s/.test(sign)) continue
          range.setStart(walk.currentNode, at)
          range.setEnd(walk.currentNode, at + 1)
          const { left, top } = range.getBoundingClientRect()
          found.push([sign, left, top])
        }
      }
      return found
    }
    const marks = [...document.querySelectorAll('[role=doc-pagebreak]')], shown = marks.map(mark => mark.textContent).filter(Boolean)
    const before = places()
    marks.forEach(mark => mark.remove())
    document.body.normalize()
    const after = places()
    const differs = ([sign, left, top], at) => !after[at] || sign !== after[at][0] || Math.hypot(left - after[at][1], top - after[at][2]) > 0.5
    const moved = before.findIndex(differs)
    const words = before.slice(Math.max(0, moved), moved + 20).map(one => one[0]).join('')
    return { marks: marks.length, signs: before.length, moved: moved < 0 ? [] : [words], shown }
  })
  all.marks += found.marks
  all.signs += found.signs
  all.moved.push(...found.moved.map(words => `${name}: ${words}`))
  all.shown.push(...found.shown)
}
console.log(JSON.stringify(all))
await browser.close()
close()

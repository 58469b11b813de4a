// Reads the pages of an unpacked EPUB in Chromium as a reader at night has them, light letters on black, and prints what
// is hard to see as JSON: {pages, texts, drawn, own, found: [{page, what, text, contrast}]}; "own" counts the pieces of
// running text that do not have the reader's own colour. Two ways of darkening: a reader that tells the page
// (color-scheme, prefers-color-scheme), and one that only sets two colours, which leaves links blue where a book does.
// Usage: CHROMIUM=… MODULES=…/node_modules node dark.mjs FOLDER [PICTURES]
import { createRequire } from 'node:module'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(path.join(process.env.MODULES, 'here.js'))
const puppeteer = require('puppeteer-core')
const [, , folder, pictures] = process.argv
const ways = {
  told: 'html { color-scheme: dark; background: #000; color: #ddd }',
  plain: 'html, body { background: #000; color: #ddd }',
}

const look = () => {
  const channels = colour => colour.match(/[\d.]+/g).map(Number)
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0)
  const ground = element => {
    for (let one = element; one; one = one.parentElement) {
      const colour = channels(getComputedStyle(one).backgroundColor)
      if (colour.length < 4 || colour[3] > 0) return colour
    }
    return [255, 255, 255]
  }
  const contrast = (one, other) => {
    const [less, more] = [light(one), light(other)].sort((a, b) => a - b)
    return (more + 0.05) / (less + 0.05)
  }
  const own = getComputedStyle(document.body).color
  const answer = { texts: 0, drawn: 0, own: 0, found: [] }
  const judge = (element, what, text, colour, under, least) => {
    const measured = contrast(channels(colour), under)
    if (measured < least) answer.found.push({ what, text: text.trim().slice(0, 40), kind: element.className, contrast: Math.round(measured * 10) / 10 })
  }
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (words.nextNode()) {
    const element = words.currentNode.parentElement
    if (!words.currentNode.data.trim() || !element.getClientRects().length) continue
    answer.texts += 1
    judge(element, 'text', words.currentNode.data, getComputedStyle(element).color, ground(element), 4.5)
    if (element.closest('.story-text') && getComputedStyle(element).color !== own) answer.own += 1
  }
  for (const element of document.body.querySelectorAll('*')) {
    for (const part of ['', '::before', '::after']) {
      const style = getComputedStyle(element, part || null)
      if (part && style.content === 'none') continue
      const under = part ? ground(element) : ground(element.parentElement)
      if (part && /[^"\s]/.test(style.content)) judge(element, `text ${part}`, style.content, style.color, under, 4.5)
      if ((style.maskImage || 'none') !== 'none') {
        answer.drawn += 1
        judge(element, `ornament ${part}`, '', style.backgroundColor, under, 3)
      }
      for (const side of ['Top', 'Bottom', 'Left', 'Right']) {
        if (parseFloat(style[`border${side}Width`]) === 0 || style[`border${side}Style`] === 'none') continue
        answer.drawn += 1
        judge(element, `rule ${part}`, '', style[`border${side}Color`], under, 3)
      }
    }
  }
  return answer
}

const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, headless: true, args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'] })
const page = await browser.newPage()
await page.setViewport({ width: 536, height: 724, deviceScaleFactor: 2 })
await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
const told = { pages: 0, texts: 0, drawn: 0, own: 0, found: [] }
const files = fs.readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.xhtml')).sort()
for (const name of files) {
  for (const [way, css] of Object.entries(ways)) {
    await page.goto(pathToFileURL(path.resolve(folder, name)).href)
    await page.evaluate(text => document.head.prepend(Object.assign(document.createElementNS('http://www.w3.org/1999/xhtml', 'style'), { textContent: text })), css)
    if (pictures) await page.screenshot({ path: `${pictures}-${path.basename(name, '.xhtml')}-${way}.png`, fullPage: true })
    const { found, ...counts } = await page.evaluate(look)
    told.pages += 1
    for (const key of Object.keys(counts)) told[key] += counts[key]
    told.found.push(...found.map(one => ({ page: `${path.basename(name)} (${way})`, ...one })))
  }
}
await browser.close()
console.log(JSON.stringify(told, null, 1))

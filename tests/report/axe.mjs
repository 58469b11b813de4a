// Opens a page in Chromium, wide and narrow, light and dark, and prints what axe finds in it as JSON: [{how, id, nodes}].
// Usage: CHROMIUM=… MODULES=…/node_modules node axe.mjs PAGE.html [PICTURES]
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(path.join(process.env.MODULES, 'here.js'))
const puppeteer = require('puppeteer-core')
const [, , file, pictures] = process.argv
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, headless: true, args: ['--no-sandbox', '--disable-gpu'] })
const found = []
for (const [width, scheme] of [[1280, 'light'], [1280, 'dark'], [360, 'light'], [360, 'dark']]) {
  const page = await browser.newPage()
  page.on('request', request => { if (!/^(file|data):/.test(request.url())) found.push({ how: 'fetched', id: request.url(), nodes: [] }) })
  await page.setViewport({ width, height: 900 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.goto(pathToFileURL(path.resolve(file)).href)
  if (pictures) await page.screenshot({ path: `${pictures}-${width}-${scheme}.png` })
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  if (sideways) found.push({ how: `${width} ${scheme}`, id: 'runs over the side', nodes: [] })
  await page.evaluate(() => document.querySelectorAll('details').forEach(details => { details.open = true }))
  await page.addScriptTag({ path: require.resolve('@daisy/axe-core-for-ace/axe.min.js') })
  const { violations } = await page.evaluate(() => window.axe.run())
  found.push(...violations.map(one => ({ how: `${width} ${scheme}`, id: one.id, nodes: one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)) })))
  await page.close()
}
await browser.close()
console.log(JSON.stringify(found, null, 1))

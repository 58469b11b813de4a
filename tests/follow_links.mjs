// Opens an EPUB in foliate-js and follows its links: each one is resolved by the reader, each place is gone to once.
// Usage: node follow_links.mjs BOOK.epub   beside foliate.html and node_modules; prints JSON {links, places, problems}
import http from 'node:http'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import puppeteer from 'puppeteer-core'

const here = path.dirname(fileURLToPath(import.meta.url))
const book = process.argv[2]
const types = { '.html': 'text/html', '.js': 'text/javascript', '.epub': 'application/epub+zip' }
const server = http.createServer((request, response) => {
  const name = decodeURIComponent(new URL(request.url, 'http://x').pathname)
  const file = name === '/book.epub' ? book : path.join(here, name.replace(/^\/nm\//, '/node_modules/'))
  fs.readFile(file, (error, data) => {
    response.writeHead(error ? 404 : 200, { 'content-type': types[path.extname(file)] || 'application/octet-stream' })
    response.end(error ? '' : data)
  })
}).listen(0, '127.0.0.1')
await new Promise(done => server.on('listening', done))
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu'], protocolTimeout: 240000 })
const page = await browser.newPage()
await page.goto(`http://127.0.0.1:${server.address().port}/foliate.html?url=/book.epub`)
await page.waitForFunction('window.ready', { timeout: 60000 })
const found = await page.evaluate(async () => {
  const view = window.V, problems = [], places = new Map()
  let links = 0
  for (const section of view.book.sections) {
    const doc = await section.createDocument()
    for (const link of doc.querySelectorAll('a[href]')) {
      const href = section.resolveHref(link.getAttribute('href'))
      if (view.book.isExternal(href)) continue
      links += 1
      places.set(href, section.id)
    }
  }
  for (const [href, from] of places) {
    const aim = view.book.resolveHref(href)
    const target = aim && view.book.sections[aim.index]
    const element = target && aim.anchor(await target.createDocument())
    if (!element) { problems.push(`${from}: ${href} leads nowhere`); continue }
    const shown = await view.goTo(href)
    const contents = view.renderer.getContents()
    if (!shown || contents[0]?.index !== aim.index) problems.push(`${from}: ${href} shows another page`)
  }
  return { links, places: places.size, problems }
})
console.log(JSON.stringify(found))
await browser.close()
server.close()

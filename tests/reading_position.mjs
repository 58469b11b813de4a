// Saves reading positions in foliate-js, and opens a book at saved ones.
// Usage: node reading_position.mjs BOOK.epub save '[["text/the-lamp.xhtml", "words in it"], …]'   prints [CFI, …]
//        node reading_position.mjs BOOK.epub open '[CFI, …]'   prints [[words at the place, words on the screen], …]
// It stands beside foliate.html and node_modules.
import http from 'node:http'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import puppeteer from 'puppeteer-core'

const here = path.dirname(fileURLToPath(import.meta.url))
const [book, mode, asked] = process.argv.slice(2)
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
const found = await page.evaluate(async (mode, asked) => {
  const view = window.V, answers = []
  for (const one of asked) {
    if (mode === 'save') {
      const [href, words] = one
      const section = view.book.sections.find(each => each.id.endsWith(href))
      await view.goTo(view.book.sections.indexOf(section))
      const { doc, index } = view.renderer.getContents()[0]
      const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT)
      let node = walker.nextNode()
      while (node && !node.data.includes(words)) node = walker.nextNode()
      if (!node) { answers.push(null); continue }
      const range = doc.createRange(), at = node.data.indexOf(words)
      range.setStart(node, at)
      range.setEnd(node, at + words.length)
      answers.push(view.getCFI(index, range))
    } else {
      await view.goTo(one)
      const { index, anchor } = view.resolveCFI(one)
      const contents = view.renderer.getContents()[0]
      const is_there = contents && contents.index === index
      let at = ''
      try { at = is_there ? anchor(contents.doc).toString() : '' } catch { at = '' }
      answers.push([at, view.lastLocation?.range?.toString() ?? ''])
    }
  }
  return answers
}, mode, JSON.parse(asked))
console.log(JSON.stringify(found))
await browser.close()
server.close()

// Serves one EPUB or AZW3 to a page on this machine: /book.epub whole, /in/… its files, /nm/… npm's packages, / our own pages.
import fs from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
export const require = createRequire(path.join(process.env.MODULES, 'here.js'))
const JSZip = require('jszip')
const types = {
  '.css': 'text/css', '.epub': 'application/epub+zip', '.html': 'text/html', '.jpg': 'image/jpeg', '.js': 'text/javascript',
  '.ncx': 'application/x-dtbncx+xml', '.opf': 'application/oebps-package+xml', '.png': 'image/png', '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf', '.xhtml': 'application/xhtml+xml', '.xml': 'application/xml',
}

export async function serve(book) {
  const whole = fs.readFileSync(book)
  const zip = whole.subarray(0, 2).toString() === 'PK' ? await JSZip.loadAsync(whole) : undefined // an AZW3 is none
  const found = name => {
    if (name === '/book.epub') return whole
    if (name.startsWith('/in/')) return zip?.file(name.slice(4))?.async('nodebuffer')
    const file = name.startsWith('/nm/') ? path.join(process.env.MODULES, name.slice(4)) : path.join(here, name)
    return fs.existsSync(file) ? fs.readFileSync(file) : undefined
  }
  const server = http.createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://x').pathname)
    const data = await found(name)
    response.writeHead(data ? 200 : 404, { 'content-type': types[path.extname(name)] || 'application/octet-stream' })
    response.end(data ?? '')
  }).listen(0, '127.0.0.1')
  await new Promise(done => server.on('listening', done))
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}

export const launched = () => require('puppeteer-core').launch({
  executablePath: process.env.CHROMIUM, headless: true, protocolTimeout: 240000,
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
})

// Opens a book in one system's page at an e-reader's size, 1072 x 1448, and keeps what the browser complains of.
export async function opened(browser, base, system) {
  const page = await browser.newPage()
  const problems = []
  await page.setViewport({ width: 536, height: 724, deviceScaleFactor: 2 })
  page.on('pageerror', error => problems.push(String(error).slice(0, 300)))
  page.on('console', said => { if (said.type() === 'error' && !/favicon|status of 404/.test(said.text() + said.location().url)) problems.push(said.text().slice(0, 300)) })
  page.on('response', answer => { if (answer.status() >= 400 && !/favicon/.test(answer.url())) problems.push(`${answer.status()} ${answer.url()}`) })
  page.on('requestfailed', request => problems.push(`failed ${request.url().slice(0, 160)} ${request.failure()?.errorText}`))
  await page.goto(`${base}/${system}.html`)
  await page.waitForFunction('window.reader || window.failed', { timeout: 60000 }).catch(error => problems.push(String(error)))
  const failed = await page.evaluate('window.failed || null')
  if (failed) problems.push(failed)
  return { page, problems }
}

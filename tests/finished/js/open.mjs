// Opens an EPUB in a reading system, shows each of its documents once, and prints JSON {info, shown, problems}.
// Usage: CHROMIUM=… MODULES=…/node_modules node open.mjs BOOK.epub foliate|epubjs|readium [PICTURES DOCUMENTS]
// PICTURES is the start of the pictures' names, DOCUMENTS the numbers in the spine (from 0) to take pictures of.
import { launched, opened, serve } from './server.mjs'

const [, , book, system, pictures, asked = '0'] = process.argv
const wanted = new Set(asked.split(',').map(Number))
const { base, close } = await serve(book)
const browser = await launched()
const { page, problems } = await opened(browser, base, system)
const info = await page.evaluate('window.reader?.info ?? null')
const shown = []
for (let index = 0; info && index < info.documents; index++) {
  const text = await page.evaluate(number => window.reader.show(number), index).catch(error => void problems.push(`document ${index}: ${error}`))
  shown.push(text ?? '')
  if (!pictures || !wanted.has(index)) continue
  for (const leaf of ['a', 'b']) {
    await new Promise(done => setTimeout(done, 200))
    await page.screenshot({ path: `${pictures}-${system}-${String(index).padStart(3, '0')}${leaf}.png` })
    if (leaf === 'a') await page.evaluate(() => window.reader.turn())
  }
}
console.log(JSON.stringify({ info, shown, problems }))
await browser.close()
close()

// Opens an EPUB in foliate-js and follows its links: each one is resolved by the reader, each place is gone to once.
// Usage: CHROMIUM=… MODULES=…/node_modules node follow_links.mjs BOOK.epub   prints JSON {links, places, problems}
import { launched, opened, serve } from './server.mjs'

const { base, close } = await serve(process.argv[2])
const browser = await launched()
const { page, problems } = await opened(browser, base, 'foliate')
const found = await page.evaluate(async () => {
  const view = window.reader.view, problems = [], places = new Map()
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
console.log(JSON.stringify({ ...found, problems: [...problems, ...found.problems] }))
await browser.close()
close()

package org.ansatz.report.page;

import java.util.List;

/** Pages as HTML files of their own: no script, nothing from elsewhere, light and dark, good to print. */
public final class Html {

    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 1.6rem; }
            table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
            th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid #8886; }
            pre { overflow-x: auto; padding: .6rem; background: #8881; }
            @media print { body { font-size: 10pt; margin: 0; max-width: none; } tr, pre { break-inside: avoid; } }
            """;

    private final StringBuilder out = new StringBuilder();
    private String heading = "h2";

    private Html() {}

    /** A page as HTML. */
    public static String of(Page page) {
        Html html = new Html();
        html.out
                .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(page.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(escaped(page.title()))
                .append("</h1>\n");
        page.blocks().forEach(html::block);
        return html.out.append("</main>\n</body>\n</html>\n").toString();
    }

    /** The blocks of a page, to stand in another; its headings are of the third rank. */
    public static String fragment(Page page) {
        Html html = new Html();
        html.heading = "h3";
        page.blocks().forEach(html::block);
        return html.out.toString();
    }

    private void block(Page.Block block) {
        if (block instanceof Page.Heading heading) {
            element(this.heading, heading.text());
        } else if (block instanceof Page.Paragraph paragraph) {
            out.append("<p>")
                    .append(escaped(paragraph.text()).replace("\n", "<br>\n"))
                    .append("</p>\n");
        } else if (block instanceof Page.Items items) {
            out.append("<ul>\n");
            items.items().forEach(item -> element("li", item));
            out.append("</ul>\n");
        } else if (block instanceof Page.Listing listing) {
            // A tab stop for those who cannot scroll it with a pointer.
            out.append("<pre tabindex=\"0\">")
                    .append(escaped(String.join("\n", listing.lines())))
                    .append("</pre>\n");
        } else if (block instanceof Page.Table table) {
            out.append("<table>\n<thead>\n");
            row("th scope=\"col\"", "th", table.heading());
            out.append("</thead>\n<tbody>\n");
            table.rows().forEach(row -> row("td", "td", row));
            out.append("</tbody>\n</table>\n");
        }
    }

    private void row(String open, String close, List<String> cells) {
        out.append("<tr>");
        cells.forEach(cell -> out.append('<')
                .append(open)
                .append('>')
                .append(escaped(cell))
                .append("</")
                .append(close)
                .append('>'));
        out.append("</tr>\n");
    }

    private void element(String name, String text) {
        out.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

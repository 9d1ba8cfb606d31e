package org.ansatz.exchange.item;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as a problem file has it, from a fragment of HTML of another program: paragraphs, lists, bold words, indices and
 * exponents, and mathematics between the signs of TeX. Everything else is dropped but for its words; what is lost is noted.
 */
public final class HtmlReader {

    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "blockquote", "pre", "section");
    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "annotation");

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("hellip", "…"),
            Map.entry("times", "×"),
            Map.entry("middot", "·"),
            Map.entry("minus", "−"),
            Map.entry("plusmn", "±"),
            Map.entry("deg", "°"),
            Map.entry("micro", "µ"),
            Map.entry("mu", "μ"),
            Map.entry("pi", "π"),
            Map.entry("omega", "ω"),
            Map.entry("Omega", "Ω"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("ne", "≠"),
            Map.entry("infin", "∞"),
            Map.entry("radic", "√"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"));

    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}\\d]+|\\$[^$\\n]+\\$)$");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(alt|src)\\s*=\\s*[\"']([^\"']*)[\"']");

    private final String item;
    private final List<Loss> losses;
    private final StringBuilder out = new StringBuilder();

    /** Where the words begin that are bold, lowered or raised. */
    private final Deque<Integer> marked = new ArrayDeque<>();

    private String unseen = "";

    private HtmlReader(String item, List<Loss> losses) {
        this.item = item;
        this.losses = losses;
    }

    /** The text; what of it is lost is added to {@code losses}. */
    public static String text(String html, String item, List<Loss> losses) {
        HtmlReader reader = new HtmlReader(item, losses);
        reader.read(html);
        return reader.tidied();
    }

    /** Plain text of another program. */
    public static String plain(String text, String item, List<Loss> losses) {
        HtmlReader reader = new HtmlReader(item, losses);
        reader.words(text);
        return reader.tidied();
    }

    private void read(String html) {
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            boolean isTag = tag >= 0
                    && tag + 1 < html.length()
                    && (Character.isLetter(html.charAt(tag + 1)) || "/!".indexOf(html.charAt(tag + 1)) >= 0);
            int close = isTag ? html.indexOf('>', tag) : -1;
            if (close < 0) {
                int next = tag < 0 ? html.length() : tag + 1;
                words(decoded(html.substring(at, next)));
                at = next;
            } else {
                words(decoded(html.substring(at, tag)));
                tag(html.substring(tag + 1, close));
                at = close + 1;
            }
        }
    }

    private void words(String text) {
        if (unseen.isEmpty()) {
            out.append(text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", ""));
        }
    }

    private void tag(String inside) {
        boolean ends = inside.startsWith("/");
        String name = inside.substring(ends ? 1 : 0).split("[\\s/]", 2)[0].toLowerCase(Locale.ROOT);
        if (UNSEEN.contains(name)) {
            unseen = ends ? "" : name;
        } else if (!unseen.isEmpty()) {
            return;
        } else if (name.equals("br")) {
            out.append("\n\n");
        } else if (name.equals("li")) {
            out.append(ends ? "\n" : "\n- ");
        } else if (name.equals("td") || name.equals("th")) {
            out.append(ends ? " | " : "");
        } else if (BLOCKS.contains(name)) {
            out.append("\n\n");
            lose(name.equals("table") && !ends, "a table is kept as its words");
        } else if (Set.of("b", "strong", "sub", "sup").contains(name)) {
            mark(name, ends);
        } else if (name.equals("img") || name.equals("object") || name.equals("video") || name.equals("audio")) {
            picture(inside);
        } else {
            lose(name.equals("math") && !ends, "a formula in MathML is kept as its letters");
        }
    }

    private void lose(boolean happens, String what) {
        if (happens) {
            losses.add(new Loss(item, what));
        }
    }

    private void picture(String inside) {
        String alternative = "";
        String source = "";
        Matcher attributes = ATTRIBUTE.matcher(inside);
        while (attributes.find()) {
            boolean isSource = attributes.group(1).equals("src");
            source = isSource ? attributes.group(2) : source;
            alternative = isSource ? alternative : attributes.group(2);
        }
        String name = source.startsWith("data:") ? "" : source.substring(source.lastIndexOf('/') + 1);
        words(alternative.isEmpty() ? "" : "[" + decoded(alternative) + "]");
        losses.add(new Loss(item, "a picture is left out" + (name.isEmpty() ? "" : ": " + name)));
    }

    private void mark(String name, boolean ends) {
        if (!ends) {
            marked.push(out.length());
            return;
        }
        int from = marked.isEmpty() ? out.length() : marked.pop();
        String inside = out.substring(Math.min(from, out.length())).strip();
        if (inside.isEmpty()) {
            return;
        }
        out.setLength(Math.min(from, out.length()));
        if (name.equals("b") || name.equals("strong")) {
            out.append("**").append(inside).append("**");
        } else {
            script(name.equals("sub") ? "_{" : "^{", inside);
        }
    }

    /** {@code V<sub>GS</sub>} becomes a formula with an index; an exponent behind it joins it. */
    private void script(String sign, String inside) {
        Matcher last = LAST_WORD.matcher(out);
        String base = last.find() ? last.group(1) : "";
        out.setLength(out.length() - base.length());
        boolean isFormula = base.startsWith("$");
        String stem = isFormula ? base.substring(1, base.length() - 1) : base;
        out.append('$').append(stem).append(sign).append(inside).append("}$");
    }

    /** A name that nobody knows stays as it is written. */
    public static String decoded(String text) {
        Matcher entity =
                Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w{1,20});").matcher(text);
        return entity.replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
    }

    private static String character(String name, String written) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, written);
        }
        boolean isHex = name.length() > 1 && Character.toLowerCase(name.charAt(1)) == 'x';
        int code = isHex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) && !Character.isISOControl(code) ? Character.toString(code) : " ";
    }

    /** Without needless blank lines; the signs of TeX become dollar signs. */
    private String tidied() {
        return out.toString()
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .replaceAll(" {2,}", " ")
                .replaceAll("\\\\[()]", "\\$")
                .replaceAll("\\\\[\\[\\]]", "\\$\\$")
                .strip();
    }
}

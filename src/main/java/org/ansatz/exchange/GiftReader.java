package org.ansatz.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.exchange.item.HtmlReader;
import org.ansatz.exchange.item.ImportFault;
import org.ansatz.exchange.item.Imported;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Interaction.Accepted;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Interaction.Option;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Shares;
import org.ansatz.exchange.item.Topics;
import org.jspecify.annotations.Nullable;

/** GIFT: choices, true or false, and numbers; others are named. A blank line ends a question. */
final class GiftReader {

    private static final double PERCENT = 100;
    private static final Pattern ID = Pattern.compile("\\[id:((?:\\\\.|[^\\]\\\\])*)]");
    private static final Pattern NAME = Pattern.compile("(?s)::((?:\\\\.|[^\\\\])*?)::(.*)");
    private static final Pattern FORM = Pattern.compile("(?s)\\[(html|moodle|plain|markdown)](.*)");
    private static final Pattern SHARE = Pattern.compile("(?s)%(-?\\d+(?:\\.\\d+)?)%(.*)");
    private static final String NUMBER = "(-?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?)";
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*(?:(:|\\.\\.)\\s*" + NUMBER + ")?");
    private static final Set<String> TRUE = Set.of("T", "TRUE");
    private static final Set<String> FALSE = Set.of("F", "FALSE");

    private final List<Item> items = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private String topic = "";
    private String id = "";

    private GiftReader() {}

    /**
     * The questions of a file.
     *
     * @throws ImportFault if a brace is not closed
     */
    static Imported read(String text) throws ImportFault {
        GiftReader reader = new GiftReader();
        List<String> lines = text.lines().toList();
        StringBuilder question = new StringBuilder();
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "";
            boolean begins = line.startsWith("::") && isAnswered(question.toString());
            if (line.isBlank() || begins) {
                reader.question(question.toString().strip(), start);
                question.setLength(0);
            }
            if (line.startsWith("//")) {
                Matcher named = ID.matcher(line);
                reader.id = named.find() ? unescaped(named.group(1)) : reader.id;
            } else if (line.startsWith("$CATEGORY:")) {
                reader.topic =
                        Topics.ofCategory(line.substring("$CATEGORY:".length()).strip());
            } else if (!line.isBlank()) {
                start = question.length() == 0 ? i + 1 : start;
                question.append(line).append('\n');
            }
        }
        return new Imported(reader.items, reader.losses);
    }

    /** Whether what stands so far has its answers already; a name behind them begins another question. */
    private static boolean isAnswered(String written) {
        int open = sign(written, '{', 0);
        return open >= 0 && sign(written, '}', open) >= 0;
    }

    private void question(String written, int line) throws ImportFault {
        if (written.isEmpty()) {
            return;
        }
        Matcher named = NAME.matcher(written);
        boolean hasName = named.matches();
        String rest = hasName ? named.group(2) : written;
        int open = sign(rest, '{', 0);
        int close = open < 0 ? -1 : sign(rest, '}', open);
        if (open >= 0 && close < 0) {
            throw new ImportFault(line, 1, "the brace of this question is not closed");
        }
        String title = hasName ? unescaped(named.group(1)).strip() : "Question in line " + line;
        String own = id;
        id = "";
        if (open < 0) {
            losses.add(new Loss(title, "left out: a description, which asks for nothing"));
            return;
        }
        if (sign(rest, '{', close) >= 0) {
            losses.add(new Loss(title, "left out: answers in several braces; a blank line parts two questions"));
            return;
        }
        boolean hasTail = !rest.substring(close + 1).isBlank();
        String text = rest.substring(0, open) + (hasTail ? " _____ " + rest.substring(close + 1) : "");
        boolean isHtml = text.strip().startsWith("[html]");
        String inside = rest.substring(open + 1, close).strip();
        int feedback = inside.indexOf("####");
        String solution = feedback < 0 ? "" : said(inside.substring(feedback + 4), isHtml, title);
        String answers = feedback < 0 ? inside : inside.substring(0, feedback).strip();
        Interaction interaction = interaction(answers, isHtml, title);
        if (interaction != null) {
            items.add(new Item(
                    own,
                    title,
                    topic,
                    said(text, isHtml, title),
                    /* illustration= */ null,
                    "",
                    interaction,
                    1,
                    worst(answers),
                    solution,
                    List.of(),
                    List.of(),
                    Map.of()));
        }
    }

    /** What the worst reply earns. */
    private static double worst(String answers) {
        double worst = 0;
        Matcher share = Pattern.compile("[~=]%(-\\d+(?:\\.\\d+)?)%").matcher(answers);
        while (share.find()) {
            worst = Math.min(worst, Double.parseDouble(share.group(1)) / PERCENT);
        }
        return worst;
    }

    /** A text with its mark of form read. */
    private String said(String written, boolean isHtml, String title) {
        Matcher form = FORM.matcher(written.strip());
        boolean hasForm = form.matches();
        String text = unescaped(hasForm ? form.group(2) : written);
        boolean html = hasForm ? form.group(1).equals("html") || form.group(1).equals("moodle") : isHtml;
        return html ? HtmlReader.text(text, title, losses) : HtmlReader.plain(text, title, losses);
    }

    private @Nullable Interaction interaction(String answers, boolean isHtml, String title) {
        if (answers.startsWith("#")) {
            return numeric(answers.substring(1).strip(), isHtml, title);
        }
        int hash = sign(answers, '#', 0);
        String word = (hash < 0 ? answers : answers.substring(0, hash)).strip();
        if (TRUE.contains(word) || FALSE.contains(word)) {
            boolean isTrue = TRUE.contains(word);
            int second = hash < 0 ? -1 : sign(answers, '#', hash + 1);
            String wrong = hash < 0
                    ? ""
                    : said(answers.substring(hash + 1, second < 0 ? answers.length() : second), isHtml, title);
            String right = second < 0 ? "" : said(answers.substring(second + 1), isHtml, title);
            return new Interaction.Choice(
                    List.of(
                            new Option("True", isTrue, isTrue ? right : wrong),
                            new Option("False", !isTrue, isTrue ? wrong : right)),
                    true);
        }
        List<String> parts = parts(answers);
        boolean isChoice = parts.stream().anyMatch(part -> part.startsWith("~"));
        if (!isChoice) {
            String kind = answers.isEmpty()
                    ? "an essay"
                    : parts.stream().anyMatch(part -> part.contains("->")) ? "a matching" : "a short answer";
            losses.add(new Loss(title, "left out: only choices and numbers are read, and this is " + kind));
            return null;
        }
        boolean isSingle = parts.stream().anyMatch(part -> part.startsWith("="));
        List<Double> shares = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<String> feedback = new ArrayList<>();
        for (String part : parts) {
            String rest = part.substring(1).strip();
            Matcher share = SHARE.matcher(rest);
            boolean hasShare = share.matches();
            shares.add(hasShare ? Double.parseDouble(share.group(1)) / PERCENT : part.startsWith("=") ? 1 : 0);
            String body = hasShare ? share.group(2) : rest;
            int mark = sign(body, '#', 0);
            texts.add(said(mark < 0 ? body : body.substring(0, mark), isHtml, title));
            feedback.add(mark < 0 ? "" : said(body.substring(mark + 1), isHtml, title));
        }
        List<Boolean> right = isSingle
                ? Shares.ofOne(
                        shares, texts.stream().map(text -> "'" + text + "'").toList(), title, losses)
                : shares.stream().map(share -> share > 0).toList();
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            options.add(new Option(texts.get(i), right.get(i), feedback.get(i)));
        }
        return new Interaction.Choice(options, isSingle);
    }

    private @Nullable Interaction numeric(String answers, boolean isHtml, String title) {
        List<Accepted> accepted = new ArrayList<>();
        List<String> parts =
                answers.startsWith("=") || answers.startsWith("~") ? parts(answers) : List.of("=" + answers);
        for (String part : parts) {
            String rest = part.substring(1).strip();
            Matcher share = SHARE.matcher(rest);
            boolean hasShare = share.matches();
            double earned = hasShare ? Double.parseDouble(share.group(1)) / PERCENT : part.startsWith("=") ? 1 : 0;
            String body = hasShare ? share.group(2) : rest;
            int mark = sign(body, '#', 0);
            String value = unescaped(mark < 0 ? body : body.substring(0, mark)).strip();
            String feedback = mark < 0 ? "" : said(body.substring(mark + 1), isHtml, title);
            Matcher range = RANGE.matcher(value);
            if (!range.matches() || !isFinite(range)) {
                losses.add(new Loss(title, "the answer '" + value + "' is no number, and left out"));
                continue;
            }
            double first = Double.parseDouble(range.group(1));
            double second = range.group(3) == null ? 0 : Double.parseDouble(range.group(3));
            boolean isRange = "..".equals(range.group(2));
            double middle = isRange ? (first + second) / 2 : first;
            accepted.add(new Accepted(middle, isRange ? Math.abs(second - first) / 2 : second, earned, feedback));
        }
        accepted.sort((a, b) -> Double.compare(b.share(), a.share()));
        return accepted.isEmpty() ? null : new Interaction.Numeric(List.of(new Blank("", accepted, List.of())));
    }

    private static boolean isFinite(Matcher range) {
        double last = range.group(3) == null ? 0 : Double.parseDouble(range.group(3));
        return Double.isFinite(Double.parseDouble(range.group(1))) && Double.isFinite(last);
    }

    /** Answers, each with the sign that it begins with. */
    private static List<String> parts(String answers) {
        List<String> parts = new ArrayList<>();
        int from = -1;
        for (int i = 0; i < answers.length(); i++) {
            char c = answers.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '=' || c == '~') {
                add(parts, answers, from, i);
                from = i;
            }
        }
        add(parts, answers, from, answers.length());
        return parts;
    }

    private static void add(List<String> parts, String answers, int from, int to) {
        if (from >= 0) {
            parts.add(answers.substring(from, to).strip());
        }
    }

    /** Where a sign stands without a backslash in front, or −1. */
    private static int sign(String text, char sign, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == sign) {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '\\' && "~=#{}:\\]".indexOf(next) >= 0) {
                out.append(next);
                i++;
            } else if (c == '\\' && next == 'n') {
                out.append('\n');
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}

package org.ansatz.bank;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.bank.YamlNode.Entry;
import org.ansatz.bank.YamlNode.Mapping;
import org.ansatz.bank.YamlNode.Scalar;
import org.ansatz.bank.YamlNode.Sequence;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** From a file's text to YAML nodes, by the parser's events: depth is limited; anchors, aliases and tags are refused. */
final class YamlReader {

    private static final int MAX_DEPTH = 64;
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private final SourceFile file;
    private final Iterator<Event> events;
    private int depth;

    private YamlReader(SourceFile file) {
        this.file = file;
        this.events = new Parse(SETTINGS).parseString(file.text()).iterator();
    }

    /** Thrown after a fault was reported that leaves nothing to go on with. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    /** How far behind its cause YAML may stumble. */
    private static final int LINES_BACK = 2;

    /** A name, a colon and what stands right behind it. */
    private static final Pattern WITHOUT_SPACE = Pattern.compile("(\\s*[\\p{L}_][\\p{L}\\p{N}_ ]*):([^\\s:/].*)");

    /** The mapping that the file consists of, or null after reporting why there is none. */
    static @Nullable Mapping read(SourceFile file) {
        try {
            return new YamlReader(file).document();
        } catch (Unreadable e) {
            return null;
        } catch (MarkedYamlEngineException e) {
            report(file, e);
            return null;
        } catch (YamlEngineException e) {
            file.fault(0, 1, "this is not YAML: " + firstLine(String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static void report(SourceFile file, MarkedYamlEngineException e) {
        Optional<Mark> mark = e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
        int at = mark.map(m -> file.offset(m.getLine(), m.getColumn())).orElse(0);
        String line = file.line(file.lineOf(at));
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        String problem = firstLine(String.valueOf(e.getProblem()));
        if (indent.indexOf('\t') >= 0 || problem.contains("\\t") || problem.contains("(TAB)")) {
            file.fault(at, at + 1, "a tab; YAML indents with spaces only");
            return;
        }
        if (!reportMissingSpace(file, file.lineOf(at))) {
            file.fault(at, at + 1, "YAML cannot read this (" + problem + ")" + hint(line));
        }
    }

    /** {@code R:4.7 kohm} is text for YAML, so that it stumbles over a colon further down; the cause is shown instead. */
    private static boolean reportMissingSpace(SourceFile file, int line) {
        for (int i = line; i >= Math.max(0, line - LINES_BACK); i--) {
            Matcher matcher = WITHOUT_SPACE.matcher(file.line(i));
            if (matcher.matches()) {
                int colon = file.lineStart(i) + matcher.end(1);
                String meant =
                        matcher.group(1).strip() + ": " + matcher.group(2).strip();
                file.fault(colon, colon + 1, "a space is missing after the colon: write '" + meant + "'");
                return true;
            }
        }
        return false;
    }

    /** What a formula at the start of a value does to YAML. */
    private static String hint(String line) {
        int colon = line.indexOf(": ");
        String value = colon < 0 ? "" : line.substring(colon + 2).strip();
        boolean special = !value.isEmpty() && "|!*&%@`[{\"'>?".indexOf(value.charAt(0)) >= 0;
        return special || value.contains(": ") || value.contains(" #")
                ? "; if this is a formula or prose, put it in quotes or on its own lines after '|'"
                : "";
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private Mapping document() {
        Event event = events.next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = events.next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            throw refuse(0, 1, "the file is empty; a problem begins with 'title:'");
        }
        YamlNode root = node(event);
        while (events.hasNext()) {
            event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                throw refuse(start(event), start(event) + 3, "a second document; one file holds one");
            }
        }
        if (!(root instanceof Mapping)) {
            throw refuse(root.start(), root.start() + 1, "fields are needed here, such as 'title: …'");
        }
        return (Mapping) root;
    }

    private YamlNode node(Event event) {
        if (event.getEventId() == Event.ID.Alias) {
            throw refuse(
                    start(event),
                    end(event),
                    "an alias; write the value out, or put a formula that begins with '*' in quotes");
        }
        if (event instanceof NodeEvent && ((NodeEvent) event).getAnchor().isPresent()) {
            throw refuse(
                    start(event),
                    end(event),
                    "an anchor; write the value out, or put text that begins with '&' in quotes");
        }
        if (event instanceof ScalarEvent) {
            return scalar((ScalarEvent) event);
        }
        if (++depth > MAX_DEPTH) {
            throw refuse(start(event), end(event), "nested deeper than " + MAX_DEPTH + " levels");
        }
        YamlNode node = event instanceof MappingStartEvent
                ? mapping((MappingStartEvent) event)
                : sequence((SequenceStartEvent) event);
        depth--;
        return node;
    }

    private Sequence sequence(SequenceStartEvent begin) {
        refuseTag(begin.getTag(), begin);
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event));
            event = events.next();
        }
        return new Sequence(List.copyOf(items), begin.isFlow(), start(begin), end(event));
    }

    private Mapping mapping(MappingStartEvent begin) {
        refuseTag(begin.getTag(), begin);
        Map<String, Entry> fields = new LinkedHashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            YamlNode key = node(event);
            YamlNode value = node(events.next());
            if (!(key instanceof Scalar)) {
                throw refuse(key.start(), key.end(), "a field's name must be plain text");
            }
            if (fields.putIfAbsent(((Scalar) key).value(), new Entry((Scalar) key, value)) != null) {
                boolean isCut = begin.isFlow() && !Section.isBalanced(((Scalar) key).value());
                file.fault(
                        key.start(),
                        key.end(),
                        isCut
                                ? "a bracket is not closed" + Section.COMMA_HINT
                                : "'" + ((Scalar) key).value() + "' stands here a second time");
            }
            event = events.next();
        }
        return new Mapping(fields, begin.isFlow(), start(begin), end(event));
    }

    private Scalar scalar(ScalarEvent event) {
        refuseTag(event.getTag(), event);
        int start = start(event);
        int end = Math.max(start, end(event));
        if (event.isPlain()) {
            String slice = file.text().substring(start, end);
            return new Scalar(Excerpt.contiguous(slice, start), event.getValue(), true, start, end);
        }
        if (event.isLiteral()) {
            return new Scalar(block(event.getValue(), file.lineOf(start) + 1), event.getValue(), false, start, end);
        }
        int content = event.isFolded() ? start : start + 1;
        return new Scalar(Excerpt.contiguous(event.getValue(), content), event.getValue(), false, start, end);
    }

    /** The lines of a literal block stand in the file as they are, but for their indentation. */
    private Excerpt block(String value, int firstLine) {
        List<String> lines = List.of(value.split("\n", -1));
        List<Integer> starts = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        int offset = 0;
        for (int i = 0; i < lines.size(); i++) {
            starts.add(offset);
            int line = firstLine + i;
            int indent = Math.max(0, file.line(line).length() - lines.get(i).length());
            sources.add(file.lineStart(line) + indent);
            offset += lines.get(i).length() + 1;
        }
        return new Excerpt(value, starts, sources);
    }

    private void refuseTag(Optional<String> tag, Event event) {
        if (tag.isPresent() && !tag.get().equals("!")) {
            throw refuse(
                    start(event),
                    end(event),
                    "a tag; put text that begins with '!' in quotes, and write a complement as A'");
        }
    }

    private int start(Event event) {
        return event.getStartMark()
                .map(m -> file.offset(m.getLine(), m.getColumn()))
                .orElse(0);
    }

    private int end(Event event) {
        return event.getEndMark()
                .map(m -> file.offset(m.getLine(), m.getColumn()))
                .orElse(file.text().length());
    }

    private Unreadable refuse(int start, int end, String message) {
        file.fault(start, end, message);
        return new Unreadable();
    }
}

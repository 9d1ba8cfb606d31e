package org.ansatz.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which column of a table of responses holds what: a response in each row (long), or a question in each column (wide).
 *
 * @param candidate the column that names the candidate
 * @param question the column that names the question; negative in a wide table
 * @param reply the column of the reply; negative in a wide table
 * @param questions in a wide table, the columns that are questions; empty in a long one
 */
record Columns(int candidate, int question, int reply, List<Integer> questions) {

    private static final Set<String> CANDIDATE = Set.of(
            "candidate",
            "candidateid",
            "candidateno",
            "candidatenumber",
            "student",
            "studentid",
            "studentno",
            "studentnumber",
            "roll",
            "rollno",
            "rollnumber",
            "registration",
            "registrationno",
            "registrationnumber",
            "matriculation",
            "matriculationnumber",
            "user",
            "username",
            "userid",
            "email",
            "id",
            "name",
            "learner",
            "person");
    private static final Set<String> QUESTION = Set.of(
            "question",
            "questionid",
            "questionno",
            "questionnumber",
            "q",
            "qid",
            "qno",
            "problem",
            "problemid",
            "item",
            "itemid");
    private static final Set<String> REPLY = Set.of(
            "response", "responses", "reply", "answer", "answered", "given", "value", "choice", "option", "marked");

    /** What other programs write beside responses. */
    private static final Set<String> BESIDES = Set.of(
            "timestamp",
            "time",
            "date",
            "start",
            "end",
            "started",
            "finished",
            "submitted",
            "completed",
            "duration",
            "timetaken",
            "state",
            "status",
            "score",
            "total",
            "grade",
            "marks",
            "section",
            "class",
            "group",
            "school",
            "institution",
            "department",
            "firstname",
            "lastname",
            "surname",
            "emailaddress");

    private static final String NEITHER =
            "there are neither columns for question and response nor, beside a candidate, columns that are questions";

    /** Copies the list. */
    Columns {
        questions = List.copyOf(questions);
    }

    boolean isWide() {
        return question < 0;
    }

    /** Whether what stands in a column matters. */
    boolean isRead(int column) {
        return column == candidate || column == question || column == reply || questions.contains(column);
    }

    /**
     * Reads a heading.
     *
     * @param questions tells which names are questions
     * @throws IllegalArgumentException in a sentence, if it is no heading of responses
     */
    static Columns of(List<String> heading, Questions questions) {
        int candidate = candidate(heading);
        int question = first(heading, QUESTION, "question");
        int reply = first(heading, REPLY, "response");
        if (question >= 0 && reply >= 0) {
            require(candidate >= 0, heading, "no column names the candidate");
            requireOne(heading, Set.of("candidate"), "candidate");
            requireOne(heading, QUESTION, "question");
            requireOne(heading, REPLY, "response");
            return new Columns(candidate, question, reply, List.of());
        }
        List<Integer> wide = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        int who = candidate >= 0 ? candidate : 0;
        for (int i = 0; i < heading.size(); i++) {
            if (i != who && questions.find(heading.get(i)) != null) {
                wide.add(i);
            } else if (i != who && !isBeside(folded(heading.get(i)))) {
                strangers.add(heading.get(i));
            }
        }
        require(!wide.isEmpty(), heading, NEITHER);
        require(questions.find(heading.get(who)) == null, heading, "no column names the candidate");
        require(candidate >= 0 || strangers.isEmpty(), heading, NEITHER);
        if (!strangers.isEmpty()) {
            throw new IllegalArgumentException("of the columns, '" + strangers.get(0)
                    + "' is no question of this bank: " + questions.unknown(strangers.get(0)));
        }
        requireOnce(heading, wide, questions);
        return new Columns(who, -1, -1, wide);
    }

    private static boolean isBeside(String name) {
        return name.isEmpty() || CANDIDATE.contains(name) || BESIDES.contains(name);
    }

    private static void requireOnce(List<String> heading, List<Integer> wide, Questions questions) {
        List<Item> seen = new ArrayList<>();
        for (int column : wide) {
            Item item = questions.find(heading.get(column));
            if (seen.contains(item)) {
                throw new IllegalArgumentException("the question '" + heading.get(column) + "' has two columns");
            }
            seen.add(item);
        }
    }

    private static void require(boolean holds, List<String> heading, String otherwise) {
        if (!holds) {
            String first = String.join(", ", heading.subList(0, Math.min(6, heading.size())));
            throw new IllegalArgumentException(otherwise + ": the first line is '" + first
                    + "'; needed is candidate,question,response, or candidate and a column for each question");
        }
    }

    /** The column that names the candidate in any table; negative if there is none. */
    static int candidate(List<String> heading) {
        return first(heading, CANDIDATE, "candidate");
    }

    /** The column that names the question in any table; negative if there is none. */
    static int question(List<String> heading) {
        return first(heading, QUESTION, "question");
    }

    /** The first column with just this heading, or else with one of these; negative if there is none. */
    static int first(List<String> heading, Set<String> words, String name) {
        int found = -1;
        for (int i = 0; i < heading.size(); i++) {
            if (folded(heading.get(i)).equals(name)) {
                return i;
            }
            found = found < 0 && words.contains(folded(heading.get(i))) ? i : found;
        }
        return found;
    }

    /** Of two columns that may be meant none is chosen: the other one might be the right one. */
    private static void requireOne(List<String> heading, Set<String> words, String name) {
        List<String> exact =
                heading.stream().filter(title -> folded(title).equals(name)).toList();
        List<String> loose =
                heading.stream().filter(title -> words.contains(folded(title))).toList();
        List<String> meant = exact.isEmpty() ? loose : exact;
        if (meant.size() > 1) {
            throw new IllegalArgumentException("two columns may be the " + name + ", '" + meant.get(0) + "' and '"
                    + meant.get(1) + "'; call one of them '" + name + "', and only that");
        }
    }

    private static String folded(String name) {
        StringBuilder letters = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                letters.append(c);
            }
        }
        return letters.toString();
    }
}

package org.ansatz.terminal;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.check.Nearest;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.practice.Queue;
import org.ansatz.practice.Selection;
import org.ansatz.practice.Session;
import org.ansatz.practice.Showing;
import org.ansatz.problem.Entry;
import org.ansatz.schedule.Rating;
import org.ansatz.terminal.Command.Completion;

/** The commands around one question after another. */
final class PracticeCommands {

    /** The topic of questions on gradients; the models are below it. */
    private static final String GRADIENTS = "machine-learning/gradients";

    private final Desk desk;
    private final Screen screen;
    private final QuestionView view;

    PracticeCommands(Desk desk) {
        this.desk = desk;
        this.screen = desk.screen();
        this.view = new QuestionView(screen);
    }

    List<Command> commands() {
        return List.of(
                new Command(
                        "practice",
                        "practice [topic|id|due|new|all]",
                        "choose what to practise, and begin",
                        Completion.SELECTION,
                        this::practice),
                new Command(
                        "gradient",
                        "gradient [model]",
                        "questions on gradients, such as of softmax",
                        Completion.GRADIENT,
                        this::gradient),
                new Command("next", "next", "the next question", Completion.NOTHING, this::next),
                new Command("skip", "skip", "leave this question for later", Completion.NOTHING, this::next),
                new Command("done", "done", "put the question aside and compute", Completion.NOTHING, this::done),
                new Command("show", "show", "the question again", Completion.NOTHING, this::show),
                new Command("given", "given", "the data of the question", Completion.NOTHING, this::given),
                new Command(
                        "variant", "variant [seed]", "the question with other data", Completion.NOTHING, this::variant),
                new Command(
                        "set",
                        "set NAME = VALUE",
                        "the question with a datum of your own",
                        Completion.GIVEN,
                        this::set),
                new Command(
                        "rate",
                        "rate again|hard|good|easy",
                        "rate the last question yourself",
                        Completion.RATING,
                        this::rate),
                new Command("undo", "undo", "take the last attempt back", Completion.NOTHING, this::undo));
    }

    // ---- which question

    private void practice(String what) throws IOException {
        Session session = desk.session();
        Entry entry = what.isEmpty() ? null : session.called(what);
        if (entry != null) {
            show(session.open(entry));
            return;
        }
        desk.select(selection(what, session));
        next("");
    }

    /** The questions on the gradients of a model, or of all. */
    private void gradient(String model) throws IOException {
        Set<String> models = models(desk.session());
        if (!model.isEmpty() && !models.contains(model)) {
            throw new Rejected("There are no gradients of '" + model + "'." + Nearest.asked(model, models)
                    + " There are those of " + String.join(", ", models) + ".");
        }
        desk.select(new Selection(Selection.Kind.USUAL, model.isEmpty() ? GRADIENTS : GRADIENTS + "/" + model));
        next("");
    }

    /** The models of whose gradients there are questions. */
    static Set<String> models(Session session) {
        Set<String> models = new TreeSet<>();
        for (String topic : topics(session)) {
            if (topic.startsWith(GRADIENTS + "/")) {
                models.add(topic.substring(GRADIENTS.length() + 1));
            }
        }
        return models;
    }

    private static Selection selection(String what, Session session) {
        switch (what) {
            case "":
                return Selection.USUAL;
            case "due":
                return new Selection(Selection.Kind.DUE, "");
            case "new":
                return new Selection(Selection.Kind.NEW, "");
            case "all":
                return new Selection(Selection.Kind.ALL, "");
            default:
                return new Selection(Selection.Kind.USUAL, topic(what, session));
        }
    }

    /** The topic that is called so, or whose last part is. */
    private static String topic(String what, Session session) {
        Set<String> topics = topics(session);
        for (String topic : topics) {
            if (topic.equals(what) || topic.endsWith("/" + what)) {
                return topic;
            }
        }
        for (Entry entry : session.entries()) {
            if (entry.isOf(what)) {
                return what;
            }
        }
        Set<String> known = new TreeSet<>(topics);
        session.entries().forEach(entry -> known.add(entry.id()));
        known.addAll(Set.of("due", "new", "all"));
        throw new Rejected(
                "There is no topic or problem '" + what + "'." + Nearest.asked(what, known) + " 'list' shows them.");
    }

    /** Every topic, and every topic above one. */
    static Set<String> topics(Session session) {
        Set<String> topics = new TreeSet<>();
        for (Entry entry : session.entries()) {
            String topic = entry.topic();
            for (int slash = topic.indexOf('/'); slash >= 0; slash = topic.indexOf('/', slash + 1)) {
                topics.add(topic.substring(0, slash));
            }
            topics.add(topic);
        }
        return topics;
    }

    /** Opens and shows the next question. */
    void next(String ignored) throws IOException {
        Session session = desk.session();
        Queue.Reason reason = session.next(desk.selection());
        if (reason == null) {
            boolean narrow = desk.selection().kind() == Selection.Kind.DUE
                    || desk.selection().kind() == Selection.Kind.NEW;
            screen.text(
                    narrow
                            ? "Nothing is " + (desk.selection().kind() == Selection.Kind.DUE ? "due" : "new")
                                    + ". 'practice' shows what you have not seen for longest."
                            : "There is no question here. 'list' shows the bank.");
            return;
        }
        if (reason == Queue.Reason.OLDEST && desk.selection().equals(Selection.USUAL)) {
            screen.dim("Nothing is due or new; this is what you have not seen for longest.");
        }
        show(desk.open());
    }

    private void show(Showing showing) {
        if (showing.settings().isEmpty()) {
            view.show(showing);
        } else {
            view.showSolved(showing, desk);
        }
        screen.flush();
        view.announce(showing, desk);
    }

    private void show(String ignored) {
        if (desk.session().exam() != null) {
            view.show(desk.session().exam());
        } else {
            show(desk.open());
        }
    }

    private void done(String ignored) {
        desk.open();
        desk.session().close();
        screen.dim("No question is open; what you type is computed.");
    }

    private void given(String ignored) {
        view.givens(desk.open());
    }

    // ---- other data

    private void variant(String seed) {
        Showing showing = desk.open();
        if (showing.problem().variants() == null) {
            throw new Rejected("This question has no variants. 'set NAME = VALUE' changes its data.");
        }
        if (seed.isEmpty()) {
            show(desk.session().vary());
            return;
        }
        try {
            long number = Long.parseLong(seed);
            if (number < 0) {
                throw new NumberFormatException(seed);
            }
            show(desk.session().open(showing.problem(), number));
        } catch (NumberFormatException e) {
            throw new Rejected(
                    "A variant is told by a whole number from 0, the published data, upwards; this is '" + seed + "'.");
        }
    }

    private void set(String text) {
        desk.open();
        int equals = text.indexOf('=');
        if (equals <= 0) {
            throw new Rejected("Write 'set NAME = VALUE'; 'given' shows the names.");
        }
        String name = text.substring(0, equals).strip();
        String value = text.substring(equals + 1);
        int start = value.length() - value.stripLeading().length();
        try {
            desk.awaited(desk.open().marking());
            show(desk.session().set(name, value.strip()));
        } catch (ExpressionFault e) {
            if (e.span().end() == 0) {
                throw new Rejected(QuestionView.sentence(e.message()));
            }
            int shift = "set ".length() + equals + 1 + start;
            throw new ExpressionFault(
                    new Span(e.span().start() + shift, e.span().end() + shift), e.message());
        }
    }

    // ---- afterwards

    private void rate(String word) throws IOException {
        for (Rating rating : Rating.values()) {
            if (rating.word().equals(word)) {
                if (!desk.session().rate(rating)) {
                    throw new Rejected("There is nothing to rate yet: answer a question first.");
                }
                Showing rated = desk.session().answered();
                if (rated != null) {
                    new ReplyView(screen).schedule(rated, "", desk.session());
                }
                return;
            }
        }
        throw new Rejected("A rating is again, hard, good or easy.");
    }

    private void undo(String ignored) throws IOException {
        if (!desk.session().undo()) {
            throw new Rejected("There is nothing to take back in this session.");
        }
        screen.text("The last attempt is taken back; its question is open again.");
        show(desk.open());
    }
}

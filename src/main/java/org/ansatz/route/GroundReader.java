package org.ansatz.route;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Names;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Export;
import org.ansatz.field.block.Block;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Ground;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Question;
import org.ansatz.problem.Ranged;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands under the expressions of a route, a plot or a request: the unknown, the steps and the field block. Their
 * order follows what depends on what, not their place in the file: steps that the block does not need may speak of what it
 * exports, and those that do not may stand in its text.
 */
public final class GroundReader {

    private static final String UNKNOWN = "unknown";

    /** The most unknowns of one system: the parts into which a box is divided grow with their number. */
    static final int MAX_UNKNOWNS = 6;

    private final Fields fields;
    private final Scope scope;
    private final List<BlockKind> kinds;
    private final Question question;
    private final List<WrittenStep> steps = new ArrayList<>();
    private List<Written> waiting = new ArrayList<>();
    private final List<Ranged> unknowns = new ArrayList<>();
    private boolean unknownWaits;

    private GroundReader(Fields fields, Scope scope, List<BlockKind> kinds, Question question, boolean unknownWaits) {
        this.fields = fields;
        this.scope = scope;
        this.kinds = kinds;
        this.question = question;
        this.unknownWaits = unknownWaits;
    }

    /**
     * What was read.
     *
     * @param block the field block, or null
     * @param unknowns what is found first
     * @param steps in the order in which they depend on each other
     */
    public record Read(@Nullable Ground block, List<Ranged> unknowns, List<WrittenStep> steps) {
        /** Copies the lists. */
        public Read {
            unknowns = List.copyOf(unknowns);
            steps = List.copyOf(steps);
        }
    }

    /**
     * Reads the field {@code let} and the one of a field block, as far as they are there, and declares their names.
     *
     * @throws Refused if anything is wrong, after reporting it
     */
    public static Read read(Fields fields, Scope scope, List<BlockKind> kinds, Question question) {
        return new GroundReader(fields, scope, kinds, question, false).read();
    }

    /**
     * Reads what {@link #read} does, and the field {@code unknown} if it is there.
     *
     * @throws Refused if anything is wrong, after reporting it
     */
    static Read readOfRoute(Fields fields, Scope scope, List<BlockKind> kinds, Question question) {
        return new GroundReader(fields, scope, kinds, question, fields.has(UNKNOWN)).read();
    }

    private Read read() {
        waiting.addAll(fields.linesIfAny("let"));
        BlockKind kind = kind();
        Ground ground = null;
        if (kind != null || unknownWaits) {
            readWhatNeedsNoBlock(kind);
        }
        if (kind != null) {
            ground = ground(kind);
        }
        if (unknownWaits) {
            readUnknown();
        }
        waiting.forEach(line -> steps.add(WrittenStep.read(line, scope)));
        return new Read(ground, unknowns, steps);
    }

    private @Nullable BlockKind kind() {
        BlockKind chosen = null;
        for (BlockKind kind : kinds) {
            if (fields.has(kind.key())) {
                if (chosen != null) {
                    throw fields.fault(
                            "a route has at most one field block; here are " + chosen.key() + " and " + kind.key());
                }
                chosen = kind;
            }
        }
        return chosen;
    }

    // ---- before the block

    /**
     * Reads the steps and the unknown that speak of known names only, over and over, until none is left or the rest waits; without a
     * block, until the unknown is read, so that its ends may rest on steps.
     */
    private void readWhatNeedsNoBlock(@Nullable BlockKind kind) {
        int left = Integer.MAX_VALUE;
        while (left() < left && (kind != null || unknownWaits)) {
            left = left();
            if (unknownWaits) {
                tryUnknown(kind);
            }
            if (kind == null && !unknownWaits) {
                return;
            }
            List<Written> later = new ArrayList<>();
            for (Written line : waiting) {
                if (!tryStep(line, kind)) {
                    later.add(line);
                }
            }
            waiting = later;
        }
    }

    /** How many steps and unknowns are not read yet. */
    private int left() {
        return waiting.size() + (unknownWaits ? 1 : 0);
    }

    private void tryUnknown(@Nullable BlockKind kind) {
        List<ExpressionFault> lacking = new ArrayList<>();
        for (String name : fields.fields(UNKNOWN).keys()) {
            lacking.addAll(
                    new Names(scope).unknownIn(fields.fields(UNKNOWN).text(name).syntax()));
        }
        if (lacking.isEmpty()) {
            readUnknown();
        } else if (kind == null) {
            fields.fields(UNKNOWN).keys().forEach(name -> scope.postpone(name, name + " is the unknown"));
        } else {
            fields.fields(UNKNOWN).keys().forEach(name -> postpone(name, lacking, kind));
        }
    }

    /** Reads a step, or says why its name cannot be used yet; whether it was read. */
    private boolean tryStep(Written line, @Nullable BlockKind kind) {
        Node.Step step = parsed(line);
        List<ExpressionFault> lacking = step.index() == null ? lacking(step) : lackingToSequence(step.name());
        if (lacking.isEmpty()) {
            steps.add(WrittenStep.read(line, scope));
        } else {
            postpone(step.name(), lacking, kind);
        }
        return lacking.isEmpty();
    }

    private static Node.Step parsed(Written line) {
        return line.reporting(() -> Parser.step(line.text()));
    }

    /** The same of all lines of a sequence, which are read together. */
    private List<ExpressionFault> lackingToSequence(String name) {
        List<ExpressionFault> lacking = new ArrayList<>();
        for (Written line : waiting) {
            Node.Step step = parsed(line);
            if (step.index() != null && step.name().equals(name)) {
                lacking.addAll(lacking(step));
            }
        }
        return lacking;
    }

    /** The names that a step speaks of and that are not known yet. */
    private List<ExpressionFault> lacking(Node.Step step) {
        return new Names(scope).unknownIn(step);
    }

    private void postpone(String name, List<ExpressionFault> lacking, @Nullable BlockKind kind) {
        String why = lacking.get(0).message();
        scope.postpone(
                name,
                kind == null
                        ? name + " rests on what is not known before the unknown (" + why
                                + "), so the ends of the unknown cannot rest on it"
                        : name + " rests on what is not known before the block '" + kind.key() + "' (" + why
                                + "), so the block cannot rest on it");
    }

    private void readUnknown() {
        Fields stated = fields.fields(UNKNOWN);
        if (stated.keys().isEmpty() || stated.keys().size() > MAX_UNKNOWNS) {
            throw stated.fault("from one to " + MAX_UNKNOWNS + " unknowns can be solved for; for more, give the linear"
                    + " system to solve(A, b)");
        }
        for (String name : stated.keys()) {
            unknowns.add(RouteReader.ranged(stated, name, Role.UNKNOWN, scope));
        }
        unknownWaits = false;
    }

    // ---- the block

    private Ground ground(BlockKind kind) {
        Fields own = fields.apart();
        Block block = kind.read(own, scope, question);
        Ground ground = new Ground(block, own.uses());
        for (Export export : block.exports()) {
            declare(export, ground, kind);
        }
        return ground;
    }

    /** What a block exports may be what is asked or what claims speak of; else it would hide a name, or be hidden by one. */
    private void declare(Export export, Ground ground, BlockKind kind) {
        Binding known = scope.find(export.name());
        boolean free = known == null || known instanceof Binding.AskedFunction || known instanceof Binding.Later;
        if (known instanceof Binding.Variable) {
            Role role = ((Binding.Variable) known).role();
            free = role == Role.ASKED || role == Role.BOUND || role == Role.UNKNOWN && !isUnknown(known);
        }
        if (!free) {
            throw fields.fault("the block '" + kind.key() + "' exports " + export.name()
                    + ", which means something else here: give that another name");
        }
        scope.declare(new Binding.Exported(export, ground.uses(), ground.block().readAt()));
    }

    private boolean isUnknown(Binding known) {
        return unknowns.stream().anyMatch(unknown -> unknown.variable().equals(known));
    }
}

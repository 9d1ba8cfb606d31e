package org.ansatz.expression.evaluation;

import java.util.Objects;
import java.util.function.Consumer;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.EnclosedLoop;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Series;

/** A binder at work on enclosures. */
final class EnclosedBinder implements EnclosedLoop {

    private final Term.Bound term;
    private final Enclosures here;

    EnclosedBinder(Term.Bound term, Enclosures here) {
        this.term = term;
        this.here = here;
    }

    @Override
    public int order() {
        return here.order();
    }

    @Override
    public boolean isDiscrete() {
        return term.domains().stream().allMatch(Domain::isDiscrete);
    }

    @Override
    public void each(Visitor visitor) {
        for (Generator generator : term.generators()) {
            if (generator.isDeclared()) {
                throw new NoEnclosure("a declared name that is bound anew");
            }
        }
        each(0, visitor);
    }

    private void each(int depth, Visitor visitor) {
        if (depth == term.generators().size()) {
            if (isMet()) {
                visitor.visit(here.enclosure(term.body()));
            }
            return;
        }
        Generator generator = term.generators().get(depth);
        if (generator.domain() instanceof Domain.Endless) {
            throw new NoEnclosure("a sum without an end");
        }
        elements(generator.domain(), element -> {
            here.put(generator.slot(), element);
            each(depth + 1, visitor);
        });
        here.put(generator.slot(), null);
    }

    /** What each element lies in. */
    private void elements(Domain domain, Consumer<Enclosed> visitor) {
        if (domain instanceof Domain.Entries entries) {
            ((Enclosed.Array) here.enclosure(entries.array())).entries().forEach(visitor);
        } else if (domain instanceof Domain.Point point) {
            visitor.accept(here.enclosure(point.at()));
        } else {
            domain.each(new Certainly(here), element -> {
                visitor.accept(Enclosed.of(element, here.order()));
                return true;
            });
        }
    }

    private boolean isMet() {
        Term condition = term.condition();
        if (condition == null) {
            return true;
        }
        Enclosed.Truth met = here.truth(condition);
        if (met.canHold() && met.canFail()) {
            throw new NoEnclosure("a condition that is not decided");
        }
        return met.canHold();
    }

    @Override
    public boolean isOutlined() {
        return isSlopeOutlined()
                && term.generators().size() == 1
                && term.condition() == null
                && term.generators().get(0).domain() instanceof RealInterval
                && !term.generators().get(0).isDeclared();
    }

    @Override
    public Series width() {
        return here.width(term.generators().get(0));
    }

    @Override
    public boolean isSlopeOutlined() {
        return here.isOutline() && here.isOfSets();
    }

    @Override
    public Series at(Interval part) {
        Generator variable = term.generators().get(0);
        here.place(variable, Series.constant(part, here.order()));
        Series at = Enclosed.real(Objects.requireNonNull(here.at(variable.slot())));
        here.put(variable.slot(), null);
        return at;
    }

    @Override
    public Enclosed body(Interval part) {
        Generator variable = term.generators().get(0);
        here.place(variable, Series.constant(part, here.order()));
        Enclosed body = here.enclosure(term.body());
        here.put(variable.slot(), null);
        return body;
    }

    @Override
    public Series slope() {
        Generator variable = term.generators().get(0);
        if (variable.domain() instanceof Domain.Here) {
            return new EnclosedSlopes(here).whereItStands(term.body(), variable.slot());
        }
        if (variable.isDeclared()) {
            throw new NoEnclosure("a derivative by a declared name that is bound anew");
        }
        Series at = Enclosed.real(here.enclosure(variable.domain().parts().get(0)));
        return new EnclosedSlopes(here).at(at, term.body(), variable.slot());
    }

    @Override
    public FrameLoop loop() {
        if (here.isOfSets()) {
            throw new NoEnclosure("a search inside a search");
        }
        FrameLoop loop = new FrameLoop(term, here.frame());
        return here.isProving() ? loop.proving() : loop;
    }
}

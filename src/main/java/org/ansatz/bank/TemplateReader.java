package org.ansatz.bank;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.Expression;
import org.ansatz.expression.Scope;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.field.block.Refused;
import org.ansatz.problem.Template;
import org.jspecify.annotations.Nullable;

/** Reads text with placeholders in braces; a brace written twice stands for itself. */
final class TemplateReader {

    private final SourceFile file;
    private final Scope scope;

    TemplateReader(SourceFile file, Scope scope) {
        this.file = file;
        this.scope = scope;
    }

    Template read(Excerpt excerpt) {
        String text = excerpt.text();
        List<Template.Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        boolean sound = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '{') {
                plain.append(c);
                at++;
            } else if (text.startsWith("{{", at)) {
                plain.append('{');
                at += 2;
            } else {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    excerpt.fault(file, new Span(at, at + 1), "this brace is not closed; a brace itself is written {{");
                    throw new Refused();
                }
                parts.add(new Template.Part(plain.toString(), null));
                plain.setLength(0);
                Expression value = computed(excerpt, at + 1, end);
                sound &= value != null;
                parts.add(new Template.Part(text.substring(at + 1, end), value));
                at = end + 1;
            }
        }
        if (!sound) {
            throw new Refused();
        }
        parts.add(new Template.Part(plain.toString(), null));
        return new Template(parts);
    }

    /** The value of a placeholder, or null after reporting what is wrong with it. */
    private @Nullable Expression computed(Excerpt excerpt, int from, int to) {
        Excerpt part = excerpt.part(from, to);
        try {
            return Expression.of(part.text(), scope);
        } catch (ExpressionFault e) {
            part.fault(file, e.span(), e.message());
            return null;
        }
    }
}

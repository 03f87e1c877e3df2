package org.duetdb.cdi;

import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;

/**
 * How an extension comes by the instance of a bean that it was shown. Not looked up by its type: from an extension, a
 * container need not see the beans of the archive that the extension came in.
 *
 * @param beans the container
 */
record Contextual(BeanManager beans) {

    /** Returns the one of the bean's current context, created if there is none yet. */
    <T> T instance(Bean<T> bean) {
        Context context = beans.getContext(bean.getScope());
        T known = context.get(bean);
        return known != null ? known : context.get(bean, beans.createCreationalContext(bean));
    }
}

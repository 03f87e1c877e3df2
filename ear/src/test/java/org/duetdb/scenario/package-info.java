/**
 * What the tests deploy beside the sample application: resources that fail in every way. Resource classes bear no scope
 * annotation, as most do: they are no CDI beans, and must be units of work all the same.
 */
package org.duetdb.scenario;

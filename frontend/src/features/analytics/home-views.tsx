import { useQuery } from '@tanstack/react-query';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ownAnalyticsQuery } from './api.ts';
import { ViewsChart } from './views-chart.tsx';
import './analytics.css';

/** Views of all own pitches. Where nobody has looked yet there is nothing to draw, and nothing is. */
export function HomeViews() {
  const { data, error, refetch, isFetching } = useQuery(ownAnalyticsQuery);
  if (error && !data) return <ErrorPanel title="The views didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  if (data === undefined) return <div className="home-views" aria-busy="true"><Skeleton shape="chart" /></div>;
  if (data.views === 0 && data.viewsBefore === 0) return null;
  return <div className="home-views"><ViewsChart days={data.days} views={data.views} viewsBefore={data.viewsBefore} /></div>;
}
